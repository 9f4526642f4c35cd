"""Open the built deck in the browser, once, and bring home all that the rules judge."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypedDict

from engine.core.browser import Browser, open_browser, open_page
from engine.core.paths import NODE_MODULES

if TYPE_CHECKING:
    from playwright.sync_api import Page

_MEASURE = Path(__file__).with_name("measure.js")
_WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
_AXE = """async tags => {
  const found = await axe.run(document, {
    runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], elementRef: true,
  })
  return found.violations.flatMap(v => v.nodes.map(n => ({
    rule: v.id, help: v.help,
    slide: Number(n.element?.closest('section[data-marpit-pagination]')?.dataset.marpitPagination ?? 0),
    text: (n.element?.textContent ?? n.html).trim().replace(/\\s+/g, ' ').slice(0, 60),
  })))
}"""


# Left, top, right and bottom by name, in pixels from the upper left corner of the slide.
Box: TypeAlias = dict[str, float]


class Block(TypedDict):
    """A block of a slide.

    ``mark`` tells its kind: the language of its fence, ``figure``, or the name of its element; ``number`` counts the
    blocks of this mark on the slide. ``clipped`` has the pixels that are too wide and too high for its place.
    """

    mark: str
    number: int
    text: str
    clipped: tuple[float, float]
    box: Box | None


class Margin(TypedDict):
    """What stands in the margin: the name of the part, the steps, the links, the number of the slide."""

    name: str
    box: Box


class Text(TypedDict):
    """A piece of text: ``kind`` is ``body``, ``code`` or ``margin``, ``size`` the height of its letters in pixels."""

    kind: str
    size: float
    text: str


class Label(TypedDict):
    """A text of a figure; ``turned`` when it does not stand level."""

    size: float
    text: str
    turned: bool
    box: Box


class Figure(TypedDict):
    """A figure; ``ratio`` is its width to height on the slide, divided by its own."""

    alt: str
    ratio: float
    box: Box
    labels: list[Label]


class Chunk(TypedDict):
    """A sentence, or a label of the figure of this number."""

    text: str
    figure: int | None


class Code(TypedDict):
    """A block of code, with its mark, in lines."""

    mark: str
    lines: list[str]


class SlideMeasure(TypedDict):
    """What ``measure.js`` returns for a slide; ``padding`` is top, right, bottom, left."""

    number: int
    width: float
    height: float
    padding: tuple[float, float, float, float]
    titles: list[str]
    blocks: list[Block]
    margins: list[Margin]
    texts: list[Text]
    figures: list[Figure]
    words: int
    lines: int
    chunks: list[Chunk]
    code: list[Code]
    links: list[str]
    notes: str


class Violation(TypedDict):
    """What axe-core found: its rule, what it says, the number of the slide, the text of the element."""

    rule: str
    help: str
    slide: int
    text: str


@dataclass(frozen=True)
class PageMeasure:
    """The deck as the browser shows it.

    Args:
        slides: what ``measure.js`` returns for each slide.
        outside: every address that the page asked for, but its own.
        complaints: errors of the page and messages on its console.
        violations: what axe-core found.
        policy: the Content-Security-Policy; empty when there is none.
    """

    slides: list[SlideMeasure]
    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    violations: list[Violation] = field(default_factory=list)
    policy: str = ""


def measure_page(html: Path, browser: Browser) -> PageMeasure:
    """Open a deck from its file, without network, and measure every slide."""
    # The policy is read, then passed by: it would not let axe-core in.
    with open_browser(browser, bypass_csp=True) as context:
        opened = open_page(context, html.resolve().as_uri())
        page = opened.page
        policy = page.evaluate("document.querySelector('meta[http-equiv=Content-Security-Policy]')?.content ?? ''")
        slides = page.evaluate(_MEASURE.read_text("utf-8"))
        return PageMeasure(slides, opened.outside, opened.complaints, axe_violations(page), policy)


def axe_violations(page: Page) -> list[Violation]:
    """Return what axe-core finds on a page."""
    page.add_script_tag(path=NODE_MODULES / "axe-core" / "axe.min.js")
    return page.evaluate(_AXE, _WCAG)
