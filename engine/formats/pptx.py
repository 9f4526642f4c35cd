"""The slides as PowerPoint, as made by Marp: each slide is a picture, its notes are text."""

from __future__ import annotations

from engine.formats.context import FormatContext
from engine.formats.reproducible import reproducible_pptx


def make(context: FormatContext) -> dict[str, bytes]:
    """Return ``deck.pptx``."""
    return {"deck.pptx": reproducible_pptx(context.marp["pptx"])}
