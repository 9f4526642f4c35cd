"""The slides as one HTML file that makes no network requests."""

from __future__ import annotations

from engine.formats.context import FormatContext


def make(context: FormatContext) -> dict[str, bytes]:
    """Return ``deck.html``."""
    return {"deck.html": context.html}
