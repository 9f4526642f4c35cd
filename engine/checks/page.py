"""Open the built deck in the browser once, and collect what the rules check."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias, TypedDict

from engine.core.browser import OpenPage, open_browser, open_page
from engine.core.paths import NODE_MODULES

_HERE = Path(__file__).parent

# Left, top, right and bottom by name, in pixels from the top left corner of the slide.
Box: TypeAlias = dict[str, float]


class Block(TypedDict):
    """A block of a slide."""

    mark: str  # kind of the block: the language of its fence, "figure", or the name of its element
    number: int  # index among the blocks of this mark on the slide, from 0
    text: str
    clipped: tuple[float, float]  # overflow of the block in pixels: horizontal, vertical
    box: Box | None


class Text(TypedDict):
    """A text of a slide."""

    kind: str  # body, code or margin
    size: float  # font size in pixels
    text: str


class Label(TypedDict):
    """A text inside a figure."""

    size: float  # font size in pixels
    text: str
    turned: bool  # whether it is not horizontal
    box: Box


class Figure(TypedDict):
    """A figure with its labels."""

    alt: str
    scale: float  # width on the slide, divided by the width that it was drawn in
    ratio: float  # aspect ratio on the slide, divided by the natural aspect ratio
    shown: bool  # false for that of a run which is not chosen
    box: Box
    labels: list[Label]


class SlideMeasure(TypedDict):
    """The measurements of a slide, as ``measure.js`` returns them."""

    number: int
    width: float
    height: float
    padding: tuple[float, float, float, float]  # top, right, bottom, left
    titles: list[str]
    blocks: list[Block]
    margins: list[tuple[str, Box]]  # name and box of each item in the margins
    texts: list[Text]
    figures: list[Figure]
    words: int
    lines: int
    chunks: list[tuple[str, int | None]]  # sentences, each with the index of its figure; None outside figures
    code: list[tuple[str, list[str]]]  # mark and lines of each code block
    classes: list[str]
    links: list[str]
    notes: str


@dataclass(frozen=True)
class PageMeasure:
    """The deck as measured in the browser."""

    slides: list[SlideMeasure]  # the measurements of each slide
    outside: list[str] = field(default_factory=list)  # every URL that the page requested, except its own
    complaints: list[str] = field(default_factory=list)  # errors of the page and messages on its console, each once
    violations: list[tuple[int, str, str]] = field(default_factory=list)  # see `axe_violations`
    policy: str = ""  # the Content-Security-Policy; empty when missing


def measure_page(html: Path) -> PageMeasure:
    """Open a deck from its file, without network access, and measure every slide."""
    # The policy is read but bypassed, because it would block axe-core.
    with open_browser(bypass_csp=True) as context:
        opened = open_page(context, html.resolve().as_uri())
        page = opened.page
        policy = page.evaluate("document.querySelector('meta[http-equiv=Content-Security-Policy]')?.content ?? ''")
        slides = page.evaluate((_HERE / "measure.js").read_text("utf-8"))
        return PageMeasure(slides, opened.outside, opened.complaints, axe_violations(opened), policy)


def axe_violations(opened: OpenPage) -> list[tuple[int, str, str]]:
    """Return what axe-core finds on a page: the number of the slide, the message, and the text of the element."""
    opened.page.add_script_tag(path=NODE_MODULES / "axe-core" / "axe.min.js")
    found = opened.page.evaluate((_HERE / "axe.js").read_text("utf-8"))
    return [(v["slide"], f'{v["help"]} (axe rule {v["rule"]}) at "{v["text"][:40]}"', v["text"][:30]) for v in found]
