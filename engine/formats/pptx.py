"""The slides as PowerPoint, as Marp makes it: a picture a slide, the notes as text."""

from __future__ import annotations

from engine.formats.context import FormatContext
from engine.formats.reproducible import reproducible_pptx


def make(context: FormatContext) -> dict[str, bytes]:
    """Return ``deck.pptx``."""
    return {"deck.pptx": reproducible_pptx(context.marp["pptx"])}
