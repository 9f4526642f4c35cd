"""Rules of the PDF: it contains what readers, screen readers and printers need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pikepdf

from engine.checks.context import CheckContext
from engine.checks.finding import Finding
from engine.core.problems import Slide
from engine.slides.course import Course


def pdf(context: CheckContext) -> Iterator[Finding]:
    """Find what is missing from the PDF of the deck."""
    figures = sum(len(slide["figures"]) for slide in context.page.slides)
    with pikepdf.open(context.paths.out / "deck.pdf") as document:
        for finding in pdf_findings(document, context.deck.course, context.deck.slides, figures):
            yield replace(finding, file=context.built("deck.pdf"))


def pdf_findings(pdf: Any, course: Course, slides: list[Slide], figures: int) -> Iterator[Finding]:
    """Find what is missing from a PDF."""
    if len(pdf.pages) != len(slides):
        yield Finding(0, f"the PDF has {len(pdf.pages)} pages for {len(slides)} slides")
    if not pdf.Root.get("/MarkInfo", {}).get("/Marked", False) or "/StructTreeRoot" not in pdf.Root:
        yield Finding(0, "the PDF is not tagged, so a screen reader can't read it in order")
    if str(pdf.Root.get("/Lang", "")) != "pt-BR":
        yield Finding(0, f"the PDF's language is {pdf.Root.get('/Lang', 'not said')}, not pt-BR")
    for key, wanted in (("/Title", course.title), ("/Author", course.author)):
        if str(pdf.docinfo.get(key, "")) != wanted:
            yield Finding(0, f'the PDF\'s {key[1:].lower()} is not "{wanted}"')
    with pdf.open_outline() as outline:
        # Some browsers write two spaces where a title changes its font.
        entries = {_squeezed(title) for title in _titles(outline.root)}
    for slide in slides:
        if slide.title and "{{" not in slide.title and _squeezed(slide.title) not in entries:
            yield Finding(slide.number, "its title is not in the outline of the PDF")
    for number, page in enumerate(pdf.pages, 1):
        fonts = page.resources.get("/Font", {})
        loose = [str(font.get("/BaseFont", "?")) for font in fonts.values() if not _embedded(font)]
        if loose:
            yield Finding(number, f"the font {loose[0]} is not embedded in the PDF")
        notes = [a for a in page.get("/Annots", []) if a.get("/Subtype") == "/Text" and str(a.get("/Contents", ""))]
        if not notes:
            yield Finding(number, "its notes are not in the PDF")
    described = sum(1 for element in _elements(pdf.Root.get("/StructTreeRoot")) if str(element.get("/Alt", "")))
    if described < figures:
        message = f"{described} of {figures} figures have their alt text in the PDF"
        yield Finding(0, message)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _titles(items: Iterable[pikepdf.OutlineItem]) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)


def _embedded(font: Any) -> bool:
    if font.get("/Subtype") == "/Type3":
        return True  # a Type 3 font contains its shapes
    inner = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
    descriptor = inner.get("/FontDescriptor", {})
    return any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _elements(root: Any) -> Iterator[Any]:
    """Yield every element of the structure tree, without recursion because the tree is deep."""
    todo = [root]
    while todo:
        element = todo.pop()
        if isinstance(element, pikepdf.Array):
            todo += list(element)
        elif isinstance(element, pikepdf.Dictionary):
            yield element
            if "/K" in element:
                todo.append(element["/K"])
