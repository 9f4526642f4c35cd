"""The input of a rule, measured in the browser, and its findings, whose line in the part is not known yet."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from playwright.sync_api import BrowserContext

from engine.core.browser import OpenPage, open_page
from engine.core.paths import NODE_MODULES, Paths
from engine.core.problems import Problem
from engine.slides.deck import Deck

_HERE = Path(__file__).parent
_POLICY = "document.querySelector('meta[http-equiv=Content-Security-Policy]')?.content ?? ''"
# What `measure.js` returns for a slide, at its end: plain data, whose fields are told there.
Measured: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class PageMeasure:
    """The deck as measured in the browser."""

    slides: list[Measured]  # the measurements of each slide
    outside: list[str] = field(default_factory=list)  # every URL that the page requested, except its own
    complaints: list[str] = field(default_factory=list)  # errors of the page and messages on its console, each once
    violations: list[tuple[int, str, str, int]] = field(default_factory=list)  # see `axe_violations`
    policy: str = ""  # the Content-Security-Policy; empty when missing


@dataclass(frozen=True)
class CheckContext:
    """The input of a rule."""

    deck: Deck  # the rendered deck
    paths: Paths  # the paths of the deck, which is built
    page: PageMeasure  # the deck as measured in the browser


def measure(browser: BrowserContext, html: Path) -> PageMeasure:
    """Measure a page, opened once in a browser that is offline and bypasses its policy, which would block axe-core."""
    opened = open_page(browser, html.resolve().as_uri())
    policy = opened.page.evaluate(_POLICY)
    slides = json.loads(opened.page.evaluate((_HERE / "measure.js").read_text("utf-8")))
    return PageMeasure(slides, opened.outside, opened.complaints, axe_violations(opened), policy)


@dataclass(frozen=True)
class Finding:
    """One fault that a rule found."""

    slide: int  # number of the slide, from 1; 0 for the whole file
    message: str  # the fault, its amount, and how to fix it
    at: str = ""  # text on the line of the part that causes the finding
    # mark and number of the block on the slide that causes it: the third code block is ``("python", 2)``
    block: tuple[str, int] | None = None
    line: int | None = None  # line of the part, from 1; None when unknown
    file: str = ""  # the file to report when there is no slide, if it is not the one that the rule judges

    def locate(self, rule: str, deck: Deck, file: str) -> Problem:
        """Return the finding as a problem: at the word that placed its block, else at its text, else of a file."""
        message = f"{rule}: {self.message}"
        part = deck.part_of(self.slide)
        if part is None:
            return Problem(self.file or file, message)
        if self.block and (placement := deck.placement(self.slide, *self.block)):
            return part.problem(placement.line, message, at=placement.word)
        return part.problem(self.line or part.line_of(self.slide, self.at), message, at=self.at)


def axe_violations(opened: OpenPage) -> list[tuple[int, str, str, int]]:
    """Return what axe-core finds on a page: see `axe.js`."""
    opened.page.add_script_tag(path=NODE_MODULES / "axe-core" / "axe.min.js")
    return opened.page.evaluate((_HERE / "axe.js").read_text("utf-8"))
