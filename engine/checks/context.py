"""The input of a rule, and its findings, whose line in the part is not known yet."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from engine.checks.page import PageMeasure, measure_page
from engine.core.paths import Paths
from engine.core.problems import Problem
from engine.slides.deck import Deck


@dataclass(frozen=True)
class CheckContext:
    """The input of a rule."""

    deck: Deck  # the rendered deck
    paths: Paths  # the paths of the deck, which is built
    html: Path | None = None  # the page of a cut; None for the whole deck

    @cached_property
    def page(self) -> PageMeasure:
        """The deck as measured in the browser."""
        return measure_page(self.html or self.paths.out / "deck.html")


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
