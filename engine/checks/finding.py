"""What a rule finds, before its line in the part is known; and the way from there to a problem."""

from __future__ import annotations

from dataclasses import dataclass

from engine.core.problems import Problem
from engine.slides.deck import Deck


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong."""

    slide: int  # number of the slide, from 1; 0 when it is the deck's as a whole
    message: str  # what is wrong, by how much, and what to do
    at: str = ""  # text that stands on the line of the part that is to blame
    # mark and number of the block to blame on its slide: the third code is ``("python", 2)``
    block: tuple[str, int] | None = None
    line: int | None = None  # line of the part, from 1, when it is known
    file: str = ""  # the file to name when there is no slide, as it is shown


def locate(finding: Finding, rule: str, deck: Deck) -> Problem:
    """Return the problem at the line that is to blame: of the word that showed the block, else of the text."""
    message = f"{rule}: {finding.message}"
    part = deck.part_of(finding.slide)
    if part is None:
        return Problem(finding.file, message)
    placement = finding.block and deck.placement(finding.slide, *finding.block)
    if placement:
        return part.problem(placement.line, message, at=placement.word)
    return part.problem(finding.line or part.line_of(finding.slide, finding.at), message, at=finding.at)
