import io
from pathlib import Path

import pytest
import rjsmin
from pypdf import PdfReader

from tests.deck.conftest import open_at

ACTIVE = "svg.bespoke-marp-active"
# The number of the slide, and its figures.
SEEN = f"""() => [Number(document.querySelector("{ACTIVE} section").dataset.marpitPagination),
    [...document.querySelectorAll("{ACTIVE} svg.figure")].map(f => ({{
    ...f.getBoundingClientRect().toJSON(), label: f.getAttribute("aria-label"), sign: !!f.closest(".summary")}}))]"""


def number(page) -> int:
    return int(page.locator(f"{ACTIVE} > foreignObject > section").get_attribute("data-marpit-pagination"))


def test_has_every_slide_in_order(deck, slides):
    titles = deck.evaluate(
        """() => [...document.querySelectorAll("section")].map(s => s.querySelector("h1, h2")?.textContent.trim())"""
    )
    assert len(titles) == len(slides)
    plain = [(slide.title, title) for slide, title in zip(slides, titles, strict=True) if "{{" not in slide.title]
    assert [title for _, title in plain] == [written for written, _ in plain]


def test_its_scripts_are_small(root):
    files = [*(root / "engine" / "slides").glob("*.js"), *(root / "slides" / "scripts").glob("*.js")]
    assert sum(len(rjsmin.jsmin(file.read_bytes())) for file in files) <= 12_000


@pytest.fixture(scope="module")
def walked(context_of_browser, dist, slides):
    """The deck after a walk from end to end, and the figures of each slide as they were seen on it."""
    opened, seen = open_at(context_of_browser, dist), {}
    for _ in range(20 * len(slides)):  # more than one key where a slide shows something at a key
        at, seen[at] = opened.page.evaluate(SEEN)
        if at == len(slides):
            break
        opened.page.keyboard.press("ArrowRight")
    assert [*seen] == [slide.number for slide in slides]
    yield opened, seen
    opened.page.close()


def test_walked_from_end_to_end_it_asks_the_network_for_nothing_and_complains_of_nothing(walked, slides):
    opened, _ = walked
    assert number(opened.page) == len(slides)
    assert opened.outside == []
    assert len([url for url in opened.requests if url.startswith("file:")]) == 1  # the deck itself
    assert opened.complaints == []


def test_every_figure_is_seen_whole_on_its_slide(walked):
    boxes = [(slide, box) for slide, figures in walked[1].items() for box in figures]
    assert len(boxes) == walked[0].page.evaluate("document.querySelectorAll('svg.figure').length") >= 15
    for slide, box in boxes:
        assert box["sign"] or (box["width"] > 300 and box["height"] > 140), slide
        assert box["left"] >= 0 and box["right"] <= 1280, slide
        assert box["top"] >= 0 and box["bottom"] <= 720, slide
        assert len(box["label"]) > 30, slide  # it says what the figure shows


def test_is_in_brazilian_portuguese_and_says_its_title(deck, course):
    assert deck.locator("html").get_attribute("lang") == "pt-BR"
    assert deck.title() == course.title


def test_its_fonts_come_with_it_and_have_all_portuguese_letters(deck):
    """A letter that a font lacks would be drawn in another font: the same width for both sans would be chance."""
    for family, fallback in (("IBM Plex Sans", "serif"), ("IBM Plex Mono", "sans-serif")):
        deck.evaluate("font => document.fonts.load(font, 'ã')", f"20px '{family}'")
        for letter in "áàâãçéêíóôõúüÁÃÇÕ≤→×":
            widths = deck.evaluate(
                """([letter, ...fonts]) => fonts.map(font => {
                    const canvas = document.createElement("canvas").getContext("2d");
                    canvas.font = font;
                    return canvas.measureText(letter).width;
                })""",
                [letter, f"100px '{family}', monospace", f"100px '{family}', {fallback}"],
            )
            assert widths[0] == widths[1], f"{family} lacks {letter}"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["ArrowRight"], 2),
        (["Space", "Space"], 3),
        (["PageDown", "ArrowLeft"], 1),
        (["ArrowRight", "ArrowRight", "Home"], 1),
    ],
)
def test_keys_turn_the_slides(go_to, keys, expected):
    page = go_to(1)
    for key in keys:
        page.keyboard.press(key)
    assert number(page) == expected


def test_the_end_key_goes_to_the_last_slide(go_to, slides):
    page = go_to(1)
    page.keyboard.press("End")
    assert number(page) == len(slides)


def test_o_shows_all_slides_at_once(open_deck):
    page = open_deck()
    page.keyboard.press("o")
    in_view = """() => [...document.querySelectorAll("svg[data-marpit-svg]")].map(s => s.getBoundingClientRect())
        .filter(b => b.width > 100 && b.bottom > 0 && b.top < innerHeight).length"""
    while page.evaluate(f"({in_view})()") <= 8:
        page.wait_for_timeout(100)


@pytest.fixture(scope="module")
def windows(context_of_browser, dist):
    """The slides, and the presenter view that belongs to them, opened from the file."""
    page = open_at(context_of_browser, dist, 2).page
    with page.context.expect_page() as opened:
        page.keyboard.press("p")
    view = opened.value
    view.wait_for_selector(".bespoke-marp-presenter-note-container")
    yield page, view
    view.close()
    page.close()


@pytest.fixture
def presenter_view(windows, go_to):
    """Both, at the second slide."""
    page, view = windows
    go_to(2, page)
    view.wait_for_selector(f"{ACTIVE} section[data-marpit-pagination='2']")
    return windows


def test_p_opens_the_presenter_view_with_notes_next_slide_and_clock(presenter_view):
    _, view = presenter_view
    assert "Pergunte:" in view.locator(".bespoke-marp-note.active").text_content()
    assert view.locator(".bespoke-marp-presenter-next").count() == 1
    assert ":" in view.locator(".bespoke-marp-presenter-info-time").text_content()


def test_the_slides_follow_the_presenter_forward_and_back(presenter_view):
    page, view = presenter_view
    for key, expected in (("ArrowRight", 3), ("ArrowRight", 4), ("ArrowLeft", 3)):
        view.keyboard.press(key)
        page.wait_for_selector(f"{ACTIVE} section[data-marpit-pagination='{expected}']")
        assert number(page) == number(view) == expected


def test_the_presenter_follows_the_slides(presenter_view):
    page, view = presenter_view
    page.keyboard.press("End")
    last = number(page)
    view.wait_for_selector(f"{ACTIVE} section[data-marpit-pagination='{last}']")
    assert "Pergunte:" in view.locator(".bespoke-marp-note.active").text_content()


def test_the_timer_runs_and_a_click_sets_it_to_zero(presenter_view):
    _, view = presenter_view
    timer = view.locator(".bespoke-marp-presenter-info-timer")
    while (before := timer.text_content()) < "00:00:03":
        view.wait_for_timeout(100)
    timer.dispatch_event("click")  # a browser on a bare machine has no font for it, so there is nothing to hit
    while timer.text_content() >= before:
        view.wait_for_timeout(50)
        assert timer.text_content() < "00:01:00", "the timer goes on"


def test_the_question_mark_names_the_keys_that_work(open_deck):
    page = open_deck()
    page.keyboard.press("?")
    keys = page.locator(".keys dt").all_inner_texts()
    assert keys[:7] == ["→, espaço", "←", "Home, End", "F", "T", "P", "O"]


def test_printed_from_the_browser_every_slide_is_a_page_of_its_size(deck, slides):
    pdf = PdfReader(io.BytesIO(deck.pdf(prefer_css_page_size=True, print_background=True)))
    assert len(pdf.pages) == len(slides)
    assert {(round(p.mediabox.width), round(p.mediabox.height)) for p in pdf.pages} == {(960, 540)}


def test_a_slide_that_shows_code_links_to_its_notebook(deck, dist):
    shown = deck.evaluate(
        """() => [...document.querySelectorAll("section")].map(s => [
            s.querySelectorAll("pre > code.language-python, svg.figure, code.language-saida").length,
            [...s.querySelectorAll("footer a")].map(a => a.getAttribute("href"))])"""
    )
    assert [links for blocks, links in shown if blocks and not links] == []
    linked = {link for _, links in shown for link in links if not link.startswith("#")}
    made = {path.relative_to(dist).as_posix() for path in (dist / "notebooks").rglob("*.ipynb")}
    assert linked <= made
    # The front page lists the notebooks of errors, each exercise its solution.
    assert all(name.startswith("notebooks/erros/") or "_solucao." in name for name in made - linked)


def test_the_agenda_leads_to_the_first_slide_of_each_part(go_to, parts, slides):
    agenda = next(slide.number for slide in slides if slide.title == "Roteiro")
    page = go_to(agenda)
    links = page.locator(f"{ACTIVE} li a").all()
    assert [link.inner_text().split() for link in links] == [[p.number, *p.title.split()] for p in parts[1:]]
    for part in parts[1:]:
        go_to(agenda)
        page.locator(f"{ACTIVE} li a", has_text=part.title).first.click()
        page.wait_for_selector(f"{ACTIVE} section[data-marpit-pagination='{part.first_slide}']")
        assert number(page) == part.first_slide


def test_every_slide_has_notes_with_a_question_for_the_class(deck, slides):
    notes = deck.evaluate(
        "() => [...document.querySelectorAll('.bespoke-marp-note')].map(n => [n.dataset.index, n.textContent])"
    )
    silent = [slides[int(index)] for index, text in notes if "Pergunte:" not in text]
    assert len(notes) == len(slides)
    assert [f"{s.number} {s.title}" for s in silent if s.number != 1 and "Resumo" not in s.title] == []


def test_a_slide_shows_where_in_the_course_and_in_the_project_we_are(go_to, course, parts):
    page = go_to(parts[1].first_slide + 1)
    header = page.locator(f"{ACTIVE} header")
    assert header.inner_text().split() == ["1", *parts[1].title.split(), *course.steps]
    assert header.locator(".steps b").inner_text() == "modelo"


def test_every_rule_of_the_theme_takes_effect_on_some_slide(deck):
    assert deck.evaluate((Path(__file__).parent / "theme.js").read_text("utf-8")) == []


def test_the_key_t_makes_the_slides_dark_on_the_screen_and_never_on_paper(open_deck):
    page = open_deck()
    ground = f"getComputedStyle(document.querySelector('{ACTIVE} section')).getPropertyValue('--paper')"
    light = page.evaluate(ground)
    page.keyboard.press("t")
    dark = page.evaluate(ground)
    assert [light, dark] == ["#ffffff", "#101720"]
    page.emulate_media(media="print")
    assert page.evaluate(ground) == light
    page.emulate_media(media="screen")
    page.keyboard.press("t")
    assert page.evaluate(ground) == light
