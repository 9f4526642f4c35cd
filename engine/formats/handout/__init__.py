"""Make what is read without a speaker: the handout, slides with their notes on A4, and the notes as Markdown."""

from __future__ import annotations

import html
import io
import re
from pathlib import Path

import pikepdf

from engine.core.browser import Browser, load_fonts, opened
from engine.formats.marp import undated_pdf
from engine.slides.deck import Deck
from engine.slides.parts import Course, slide_titles

_HERE = Path(__file__).parent
_NOTE = re.compile(r'<div class="bespoke-marp-note" data-index="(\d+)"[^>]*>(.*?)</div>', re.S)
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.S)
_CODE = re.compile(r"`([^`]+)`")


def notes_of(deck: str) -> dict[int, list[str]]:
    """Return the paragraphs of the notes of each slide, by its number.

    Args:
        deck: the HTML that Marp made, in which the presenter view finds them.
    """
    notes = {}
    for index, text in _NOTE.findall(deck):
        paragraphs = html.unescape("\n\n".join(_PARAGRAPH.findall(text))).split("\n\n")
        notes[int(index) + 1] = [" ".join(paragraph.split()) for paragraph in paragraphs if paragraph.strip()]
    return notes


def notes_document(deck: Deck, course: Course, notes: dict[int, list[str]]) -> str:
    """Return the notes of all slides as one Markdown text.

    Args:
        deck: the rendered deck.
        course: what is said once about the whole deck.
        notes: see `notes_of`.
    """
    titles = slide_titles(deck.markdown)
    lines = [f"# {course.title}: notas de quem apresenta", ""]
    for part in deck.parts:
        lines += [f"## {part.number}. {part.title}", ""]
        for slide in part.slides:
            lines += [f"### Slide {slide.number}: {titles[slide.number - 1]}", ""]
            lines += [line for paragraph in notes.get(slide.number, []) for line in (paragraph, "")]
    return "\n".join(lines)


def make_handout(bare: Path, deck: Deck, course: Course, notes: dict[int, list[str]], browser: Browser) -> bytes:
    """Return the handout, a PDF of A4: a page of contents, then each slide with its notes below.

    Args:
        bare: the slides as HTML without a player.
        deck: the rendered deck.
        course: what is said once about the whole deck.
        notes: see `notes_of`.
        browser: what prints.
    """
    titles = slide_titles(deck.markdown)
    parts = [
        {
            "number": part.number,
            "title": part.title,
            "slides": [
                {
                    "number": slide.number,
                    "title": titles[slide.number - 1] or "",
                    "notes": [_CODE.sub(r"<code>\1</code>", html.escape(p)) for p in notes.get(slide.number, [])],
                }
                for slide in part.slides
            ],
        }
        for part in deck.parts
    ]
    with opened(browser) as context:
        page = context.new_page()
        page.goto(bare.resolve().as_uri())
        load_fonts(page)
        said = {"title": course.title, "author": course.author, "license": course.license, "parts": parts}
        page.evaluate((_HERE / "handout.js").read_text("utf-8"), said)
        page.add_style_tag(path=_HERE / "handout.css")
        page.evaluate("document.fonts.ready")
        first = _printed(page)
        # The contents name the page of each part, which is known only once the pages are made.
        page.evaluate(
            "pages => document.querySelectorAll('.contents .page').forEach((e, i) => { e.textContent = pages[i] })",
            _pages_of_parts(first, len(parts)),
        )
        printed = _printed(page)
    return _finished(printed, course, parts, bare.parent)


def _printed(page) -> bytes:
    return page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)


def _pages_of_parts(pdf: bytes, count: int) -> list[int]:
    """Return the page on which each part begins, from 1."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        number = {page.objgen: place for place, page in enumerate(document.pages, 1)}
        places = {str(name): target for name, target in _named_destinations(document)}
        return [number[places[f"parte-{part}"][0].objgen] for part in range(count)]


def _named_destinations(document: pikepdf.Pdf):
    for name, target in document.Root.get("/Dests", {}).items():
        yield name.lstrip("/"), target.get("/D", target) if isinstance(target, pikepdf.Dictionary) else target


def _finished(pdf: bytes, course: Course, parts: list[dict], folder: Path) -> bytes:
    """Return the printed PDF with what a browser does not write: author, the outline opened and spelt out."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        with document.open_outline() as outline:
            # The browser takes a title apart where its line ends, and twice where a page does.
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
        out = io.BytesIO()
        document.save(out)
    return undated_pdf(out.getvalue(), folder)
