import pikepdf
import pytest

from engine.checks.context import CheckContext, PageMeasure
from engine.checks.rules.files import pdf
from engine.core.paths import Paths
from engine.core.problems import Slide
from engine.slides.course import Course
from engine.slides.deck import Deck

COURSE = Course("Curso", "Alguém", "Um curso.", [])


@pytest.fixture
def bare():
    """A PDF with a page and nothing else."""
    document = pikepdf.new()
    document.add_blank_page()
    return document


@pytest.fixture
def check(bare, tmp_path):
    """Write the PDF; return what is found in it, in a deck of these slides and as many figures."""

    def go(*slides, figures=0):
        (tmp_path / "dist").mkdir()
        bare.save(tmp_path / "dist" / "deck.pdf")
        deck = Deck(COURSE, {}, {})
        vars(deck)["slides"] = list(slides)
        context = CheckContext(deck, Paths.of(tmp_path), PageMeasure([{"figures": [{"shown": True}] * figures}]))
        return [(found.slide, found.message) for found in pdf(context)]

    return go


def test_all_that_a_pdf_lacks_is_told(check):
    assert check(Slide(1, "A"), Slide(2, "B"), figures=1) == [
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


def test_a_font_that_is_not_embedded_is_told(bare, check):
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    bare.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    assert (1, "the font /Helvetica is not embedded in the PDF") in check(Slide(1))
