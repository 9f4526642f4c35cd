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
    """A block of a slide."""

    mark: str  # its kind: the language of its fence, "figure", or the name of its element
    number: int  # among the blocks of this mark on the slide, from 0
    text: str
    clipped: tuple[float, float]  # pixels that are too wide and too high for its place
    box: Box | None


class Text(TypedDict):
    """A text of a slide."""

    kind: str  # body, code or margin
    size: float  # of its letters, in pixels
    text: str


class Label(TypedDict):
    """A text of a figure."""

    size: float  # of its letters, in pixels
    text: str
    turned: bool  # whether it does not stand level
    box: Box


class Figure(TypedDict):
    """A figure with its texts."""

    alt: str
    ratio: float  # its width to height on the slide, divided by its own
    box: Box
    labels: list[Label]


class SlideMeasure(TypedDict):
    """What ``measure.js`` returns for a slide."""

    number: int
    width: float
    height: float
    padding: tuple[float, float, float, float]  # top, right, bottom, left
    titles: list[str]
    blocks: list[Block]
    margins: list[tuple[str, Box]]  # name and box of what stands in the margins
    texts: list[Text]
    figures: list[Figure]
    words: int
    lines: int
    chunks: list[tuple[str, int | None]]  # sentences, each with the number of the figure that it stands in
    code: list[tuple[str, list[str]]]  # mark and lines of each block of code
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
    """The deck as the browser shows it."""

    slides: list[SlideMeasure]  # what ``measure.js`` returns for each slide
    outside: list[str] = field(default_factory=list)  # every address that the page asked for, but its own
    complaints: list[str] = field(default_factory=list)  # errors of the page and messages on its console
    violations: list[Violation] = field(default_factory=list)  # what axe-core found
    policy: str = ""  # the Content-Security-Policy; empty when there is none


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
