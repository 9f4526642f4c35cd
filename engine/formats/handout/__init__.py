"""Make the documents to read without a speaker: the handout (slides with notes on A4), and the notes as Markdown."""

import html
import io
import re
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
import pikepdf

from engine.core.browser import open_browser, open_page
from engine.core.problems import Slide
from engine.formats.context import FormatContext
from engine.formats.plans import plan_of, time_of
from engine.formats.slides import finish_pdf
from engine.slides.course import Course
from engine.slides.deck import Deck

_HERE = Path(__file__).parent
_NOTE = re.compile(r'<div class="bespoke-marp-note" data-index="(\d+)"[^>]*>(.*?)</div>', re.S)
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.S)
_CODE = re.compile(r"`([^`]+)`")


def notes_of(deck: str) -> dict[int, list[str]]:
    """Return the paragraphs of the notes of each slide, by slide number."""
    notes = {}
    for index, text in _NOTE.findall(deck):
        paragraphs = html.unescape("\n\n".join(_PARAGRAPH.findall(text))).split("\n\n")
        notes[int(index) + 1] = [" ".join(paragraph.split()) for paragraph in paragraphs if paragraph.strip()]
    return notes


def notes_document(deck: Deck, notes: dict[int, list[str]]) -> str:
    """Return the notes of all slides (see `notes_of`) as one Markdown text."""
    text = (_HERE / "notes.md.j2").read_text("utf-8")
    return jinja2.Template(text, trim_blocks=True, keep_trailing_newline=True).render(deck=deck, notes=notes)[:-1]


def handout(context: FormatContext) -> dict[str, bytes]:
    """Return ``apostila.pdf``, on A4 a page of contents, then each slide with its notes below, and ``notas.md``."""
    deck, course, stage, notes = context.deck, context.deck.course, context.stage, notes_of(context.html.decode())

    def shown(slide: Slide) -> dict[str, Any]:
        paragraphs = [_CODE.sub(r"<code>\1</code>", html.escape(p)) for p in notes.get(slide.number, [])]
        return {"number": slide.number, "title": deck.titles[slide.number - 1] or "", "notes": paragraphs}

    parts = [{"number": p.number, "title": p.title, "slides": [*map(shown, p.slides)]} for p in deck.parts]
    for part, entry in zip(deck.parts, parts, strict=True):
        entry["plan"] = plan_of(deck, part) if deck.cuts else []
    with open_browser() as browser:
        page = open_page(browser, (stage / "deck.bare.html").resolve().as_uri()).page
        content = {"title": course.title, "author": course.author, "license": course.license, "parts": parts}
        content |= {"time": time_of(deck) if deck.cuts else ""}
        page.evaluate((_HERE / "handout.js").read_text("utf-8"), content)
        page.add_style_tag(path=_HERE / "handout.css")
        page.evaluate("document.fonts.ready")
        print_page = partial(page.pdf, prefer_css_page_size=True, print_background=True, tagged=True, outline=True)
        # The contents show the page of each part, which is known only after a first print.
        page.evaluate(
            "pages => document.querySelectorAll('.contents .page').forEach((e, i) => { e.textContent = pages[i] })",
            _pages_of_parts(print_page(), len(parts)),
        )
        printed = print_page()
    made = finish_pdf(printed, stage, lambda document: _finish(document, course, parts))
    return {"apostila.pdf": made, "notas.md": notes_document(deck, notes).encode()}


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
