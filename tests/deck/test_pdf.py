import pypdfium2
import pytest
from pypdf import PdfReader

from engine.core.browser import open_page

# What reaches below the top of the footer: the number of the slide, the element, and by how many pixels.
OVER_THE_FOOTER = """[...document.querySelectorAll('section:has(> footer)')].flatMap((section) => {
  const top = section.querySelector('footer').getBoundingClientRect().top
  const flows = (each) => each.tagName !== 'FOOTER' && getComputedStyle(each).position !== 'absolute'
  return [...section.children].filter(flows)
    .map((each) => [section.dataset.marpitPagination, each.tagName, each.getBoundingClientRect().bottom - top])
    .filter(([, , over]) => over > 1)
})"""


@pytest.fixture(scope="module")
def pdf(dist):
    return PdfReader(dist / "deck.pdf")


@pytest.fixture(scope="module")
def texts(dist):
    """The words of each page, read with PDFium, which takes a twentieth of the time."""
    with pypdfium2.PdfDocument(dist / "deck.pdf") as pdf:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


def test_has_a_page_for_each_slide_in_16_to_9(pdf, slides):
    assert len(pdf.pages) == len(slides)
    for page in pdf.pages:
        assert float(page.mediabox.width) / float(page.mediabox.height) == pytest.approx(16 / 9, rel=1e-3)


def test_nothing_lies_on_the_footer_where_no_script_runs(dist, context_of_browser):
    with context_of_browser.browser.new_context(java_script_enabled=False) as bare:
        assert open_page(bare, (dist / "deck.html").as_uri()).page.evaluate(OVER_THE_FOOTER) == []


def test_says_its_title_author_and_language(pdf, course):
    assert pdf.metadata.title == course.title
    assert pdf.metadata.author == course.author
    assert pdf.trailer["/Root"]["/Lang"] == "pt-BR"


def test_an_accented_sentence_comes_out_as_it_was_written(texts, parts):
    assert "Um modelo linear só sabe somar efeitos." in texts[parts[1].first_slide + 2]


def test_every_slide_has_its_title_on_its_page(texts, slides):
    for slide, text in zip(slides, texts, strict=True):
        if "{{" not in slide.title:
            assert slide.title.replace(" ", "") in text.replace(" ", "")  # a change of font leaves a space


def test_text_of_a_figure_can_be_found(texts, slides):
    page = next(slide.number for slide in slides if slide.title == "O fluxo de um projeto")
    assert "mudar o modelo olhando a validação, nunca o teste" in texts[page - 1]


def test_its_fonts_are_embedded(pdf):
    for page in pdf.pages[:8]:
        for font in page["/Resources"]["/Font"].values():
            font = font.get_object()
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            if inner["/Subtype"] == "/Type3":
                continue  # its shapes are in the font itself
            descriptor = inner["/FontDescriptor"]
            assert any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def test_has_an_outline_by_title(pdf, slides):
    titles = [entry.title for entry in pdf.outline if not isinstance(entry, list)]
    assert slides[0].title in titles


def test_carries_the_notes_of_each_slide_as_an_annotation(pdf):
    for page in pdf.pages[1:]:
        notes = [note["/Contents"] for note in (a.get_object() for a in page["/Annots"]) if "/Contents" in note]
        assert len(notes) == 1
        assert "\n" in notes[0] or len(notes[0]) > 40
