import pikepdf
import pytest

from engine.checks.rules.files import pdf_findings
from engine.core.problems import Slide
from engine.slides.course import Course

COURSE = Course("Curso", "Alguém", "Um curso.", [])


@pytest.fixture
def bare():
    """A PDF with a page and nothing else."""
    document = pikepdf.new()
    document.add_blank_page()
    return document


def test_all_that_a_pdf_lacks_is_told(bare):
    found = [(f.slide, f.message) for f in pdf_findings(bare, COURSE, [Slide(1, "A"), Slide(2, "B")], figures=1)]
    assert found == [
        (0, "the PDF has 1 pages for 2 slides"),
        (0, "the PDF is not tagged, so a screen reader can't read it in order"),
        (0, "the PDF's language is not said, not pt-BR"),
        (0, 'the PDF\'s title is not "Curso"'),
        (0, 'the PDF\'s author is not "Alguém"'),
        (1, "its title is not in the outline of the PDF"),
        (2, "its title is not in the outline of the PDF"),
        (1, "its notes are not in the PDF"),
        (0, "0 of 1 figures have their alt text in the PDF"),
    ]


def test_a_font_that_is_not_embedded_is_told(bare):
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    bare.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    messages = [f.message for f in pdf_findings(bare, COURSE, [Slide(1)], figures=0)]
    assert "the font /Helvetica is not embedded in the PDF" in messages
