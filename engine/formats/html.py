"""The slides as one HTML file that makes no network requests."""

from __future__ import annotations

from engine.core.problems import ContentError, Problem
from engine.formats.context import FormatContext


def make(context: FormatContext) -> dict[str, bytes]:
    """Return ``deck.html``.

    Raises:
        ContentError: when Marp makes another number of slides than the parts have: every reference would be wrong.
    """
    made, written = context.html.count(b"data-marpit-pagination="), len(context.deck.slides)
    if made != written:
        message = f"Marp makes {made} slides of the {written} that the parts have; look for a border that only one sees"
        raise ContentError([Problem("slides", message)])
    return {"deck.html": context.html}
