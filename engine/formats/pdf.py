"""The slides as PDF, one slide per page, as printed by Marp and the browser."""

from __future__ import annotations

from typing import Any

import pikepdf

from engine.formats.context import FormatContext
from engine.formats.reproducible import finish_pdf


def make(context: FormatContext) -> dict[str, bytes]:
    """Return ``deck.pdf``."""
    titles = context.deck.titles
    pdf = finish_pdf(context.marp["pdf"], context.stage, lambda document: set_outline_titles(document, titles))
    return {"deck.pdf": pdf}


def set_outline_titles(document: pikepdf.Pdf, titles: list[str | None]) -> None:
    """Set the full title of each page in the outline, because browsers omit the emphasized text of a title."""
    number = {page.objgen: index for index, page in enumerate(document.pages)}
    remaining = dict(enumerate(titles))

    def set_titles(items: list[pikepdf.OutlineItem]) -> None:
        for item in items:
            page: Any = item.destination[0] if isinstance(item.destination, pikepdf.Array) else None
            if page is not None and (title := remaining.pop(number[page.objgen], None)):
                item.title = title
            set_titles(item.children)

    with document.open_outline() as outline:
        set_titles(outline.root)
