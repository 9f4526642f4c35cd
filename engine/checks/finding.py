"""What a rule finds on a slide, before its line in the part is known."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong on a slide.

    Args:
        rule: short name of the rule, for reports.
        slide: number of the slide, from 1; 0 when it is the deck's as a whole.
        message: what is wrong, by how much, and what to do.
        at: text that stands on the line of the part that is to blame.
        block: kind and number of the block to blame on its slide: the third code is ``("code", 2)``.
    """

    rule: str
    slide: int
    message: str
    at: str = ""
    block: tuple[str, int] | None = None
