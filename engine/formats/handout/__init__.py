"""Make the documents to read without a speaker: the handout (slides with notes on A4), and the notes as Markdown."""

import html
import io
import re
from functools import partial
from pathlib import Path
from typing import Any

import pikepdf

from engine.core.problems import Slide
from engine.formats.context import PRINT, FormatContext, template
from engine.formats.plans import plan_of, time_of
from engine.formats.slides import finish_pdf
from engine.slides.course import Course

_HERE = Path(__file__).parent
_NUMBERED = """pages => { document.body.className = ''
  document.querySelectorAll('.contents .page').forEach((e, i) => { e.textContent = pages[i] }) }"""
_CODE = re.compile(r"`([^`]+)`")


def handout(context: FormatContext) -> dict[str, bytes]:
    """Return ``apostila.pdf``, on A4 a page of contents, then each slide with its notes below, and ``notas.md``."""
    deck, course, stage, notes = context.deck, context.deck.course, context.stage, context.notes

    def shown(slide: Slide) -> dict[str, Any]:
        paragraphs = [_CODE.sub(r"<code>\1</code>", html.escape(p)) for p in notes.get(slide.number, [])]
        return {"number": slide.number, "title": deck.titles[slide.number - 1] or "", "notes": paragraphs}

    parts = [{"number": p.number, "title": p.title, "slides": [*map(shown, p.slides)]} for p in deck.parts]
    for part, entry in zip(deck.parts, parts, strict=True):
        entry["plan"] = plan_of(deck, part) if deck.cuts else []
    with context.open_slides() as page:
        content = {"title": course.title, "author": course.author, "license": course.license, "parts": parts}
        content["style"] = (_HERE / "handout.css").read_text("utf-8")  # a page without scripts can't say that it came
        content["time"] = time_of(deck) if deck.cuts else ""
        page.evaluate((_HERE / "handout.js").read_text("utf-8"), content)
        print_page = partial(page.pdf, **PRINT, outline=True)
        # The contents show the page of each part, which is known only after a first print, of empty frames.
        page.evaluate(_NUMBERED, _pages_of_parts(print_page(), len(parts)))
        printed = print_page()
    made = finish_pdf(printed, stage, lambda document: _finish(document, course, parts))
    return {"apostila.pdf": made, "notas.md": template(_HERE / "notas.md.j2").render(deck=deck, notes=notes).encode()}


def _pages_of_parts(pdf: bytes, count: int) -> list[int]:
    """Return the page on which each part starts, from 1."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        number = {page.objgen: place for place, page in enumerate(document.pages, 1)}
        places: Any = [document.Root.Dests[f"/parte-{part}"] for part in range(count)]
        places = [place.D if isinstance(place, pikepdf.Dictionary) else place for place in places]
        return [number[place[0].objgen] for place in places]


def _finish(document: pikepdf.Pdf, course: Course, parts: list[dict[str, Any]]) -> None:
    """Add what a browser does not write to the PDF: the author, an open outline, and full titles in it."""
    with document.open_outline() as outline:
        # The browser splits a title at a line break, and splits it twice at a page break.
        (cover,) = outline.root
        contents, *headings = cover.children
        for heading, part in zip(headings, parts, strict=True):
            heading.title = f"{part['number']}. {part['title']}"
            for entry, slide in zip(heading.children, part["slides"], strict=True):
                entry.title = f"{slide['number']}. {slide['title']}"
        cover.title, cover.children = course.title, []
        outline.root[:] = [cover, contents, *headings]
    document.docinfo["/Author"] = course.author
    document.docinfo["/Title"] = f"{course.title}: apostila"
    document.Root["/PageMode"] = pikepdf.Name.UseOutlines
    document.Root["/ViewerPreferences"] = pikepdf.Dictionary(DisplayDocTitle=True)
