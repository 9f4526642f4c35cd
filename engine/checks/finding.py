"""Findings of rules, whose line in the part is not known yet, and their conversion to problems."""

from __future__ import annotations

from dataclasses import dataclass

from engine.core.problems import Problem
from engine.slides.deck import Deck


@dataclass(frozen=True)
class Finding:
    """One fault that a rule found."""

    slide: int  # number of the slide, from 1; 0 for the whole deck
    message: str  # the fault, its amount, and how to fix it
    at: str = ""  # text on the line of the part that causes the finding
    # mark and number of the block on the slide that causes it: the third code block is ``("python", 2)``
    block: tuple[str, int] | None = None
    line: int | None = None  # line of the part, from 1; None when unknown
    file: str = ""  # the file to report when there is no slide, as messages show it


def locate(finding: Finding, rule: str, deck: Deck) -> Problem:
    """Return a finding as a problem, at the line of the word that placed the block, else at the line of the text."""
    message = f"{rule}: {finding.message}"
    part = deck.part_of(finding.slide)
    if part is None:
        return Problem(finding.file, message)
    placement = finding.block and deck.placement(finding.slide, *finding.block)
    if placement:
        return part.problem(placement.line, message, at=placement.word)
    return part.problem(finding.line or part.line_of(finding.slide, finding.at), message, at=finding.at)
