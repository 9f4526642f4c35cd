"""Rules of the PDF: what a reader, a screen reader and a printer need is in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf

from engine.checks.finding import Finding
from engine.core.problems import Slide
from engine.slides.parts import Course


def pdf_rules(path: Path, course: Course, slides: list[Slide], figures: dict[int, int]) -> Iterator[Finding]:
    """Find what the PDF lacks.

    Args:
        path: the PDF.
        course: what the deck says of itself.
        slides: every slide; each must be a page, and stand in the outline.
        figures: number of figures of each slide that has some; each must have its alt text.
    """
    with pikepdf.open(path) as pdf:
        if len(pdf.pages) != len(slides):
            yield Finding("pdf", 0, f"the PDF has {len(pdf.pages)} pages for {len(slides)} slides")
        if not pdf.Root.get("/MarkInfo", {}).get("/Marked", False) or "/StructTreeRoot" not in pdf.Root:
            yield Finding("pdf", 0, "the PDF is not tagged, so a screen reader can't read it in order")
        if str(pdf.Root.get("/Lang", "")) != "pt-BR":
            yield Finding("pdf", 0, f"the PDF's language is {pdf.Root.get('/Lang', 'not said')}, not pt-BR")
        for key, wanted in (("/Title", course.title), ("/Author", course.author)):
            if str(pdf.docinfo.get(key, "")) != wanted:
                yield Finding("pdf", 0, f'the PDF\'s {key[1:].lower()} is not "{wanted}"')
        with pdf.open_outline() as outline:
            # Where a title changes its font, some browsers leave two spaces.
            entries = {_squeezed(title) for title in _titles(outline.root)}
        for slide in slides:
            if slide.title and "{{" not in slide.title and _squeezed(slide.title) not in entries:
                yield Finding("pdf", slide.number, "its title is not in the outline of the PDF")
        for number, page in enumerate(pdf.pages, 1):
            fonts = page.resources.get("/Font", {})
            loose = [str(font.get("/BaseFont", "?")) for font in fonts.values() if not _embedded(font)]
            if loose:
                yield Finding("pdf", number, f"the font {loose[0]} is not embedded in the PDF")
            notes = [a for a in page.get("/Annots", []) if a.get("/Subtype") == "/Text" and str(a.get("/Contents", ""))]
            if not notes:
                yield Finding("pdf", number, "its notes are not in the PDF")
        described = sum(1 for element in _elements(pdf.Root.get("/StructTreeRoot")) if str(element.get("/Alt", "")))
        if described < sum(figures.values()):
            message = f"{described} of {sum(figures.values())} figures have their alt text in the PDF"
            yield Finding("pdf", 0, message)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _titles(items) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)


def _embedded(font: pikepdf.Object) -> bool:
    if font.get("/Subtype") == "/Type3":
        return True  # its shapes are in the font itself
    inner = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
    descriptor = inner.get("/FontDescriptor", {})
    return any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _elements(root) -> Iterator[pikepdf.Object]:
    """Return every element of the structure tree, without recursion: the tree is deep."""
    todo = [root]
    while todo:
        element = todo.pop()
        if isinstance(element, pikepdf.Array):
            todo += list(element)
        elif isinstance(element, pikepdf.Dictionary):
            yield element
            if "/K" in element:
                todo.append(element["/K"])
