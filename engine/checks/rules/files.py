"""Rules of the PDF, which readers, screen readers and printers need, and of the site's front page."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from engine.checks.context import CheckContext, Finding, axe_violations
from engine.checks.rules.structure import leads_to_file
from engine.core.browser import open_browser, open_page

# Maximum size of the page in bytes, with everything that it shows: visitors wait for all of it.
LARGEST = 300_000
_SIZES = {"a screen": (1280, 800), "a phone": (360, 740)}
_LINKS = "[...document.querySelectorAll('[href], [src]')].map(e => e.getAttribute('href') ?? e.getAttribute('src'))"
_WIDTH = "document.documentElement.scrollWidth - innerWidth"
_UNKNOWN = "target => !document.getElementById(target)"


def pdf(context: CheckContext) -> Iterator[Finding]:
    """Find what is missing from the PDF of the deck."""
    course, slides = context.deck.course, context.deck.slides
    with pikepdf.open(context.paths.out / "deck.pdf") as document:
        if len(document.pages) != len(slides):
            yield Finding(0, f"the PDF has {len(document.pages)} pages for {len(slides)} slides")
        root: Any = document.Root
        if not root.get("/MarkInfo", {}).get("/Marked", False) or "/StructTreeRoot" not in root:
            yield Finding(0, "the PDF is not tagged, so a screen reader can't read it in order")
        if (language := str(root.get("/Lang", "not said"))) != "pt-BR":
            yield Finding(0, f"the PDF's language is {language}, not pt-BR")
        for key, wanted in (("/Title", course.title), ("/Author", course.author)):
            if str(document.docinfo.get(key, "")) != wanted:
                yield Finding(0, f'the PDF\'s {key[1:].lower()} is not "{wanted}"')
        dictionaries = [entry for entry in document.objects if isinstance(entry, pikepdf.Dictionary)]
        # Some browsers write two spaces where a title changes its font.
        entries = {"".join(str(each.Title).split()) for each in dictionaries if "/Title" in each and "/Parent" in each}
        for slide in slides:
            if slide.title and "{{" not in slide.title and "".join(slide.title.split()) not in entries:
                yield Finding(slide.number, "its title is not in the outline of the PDF")
        for number, page in enumerate(document.pages, 1):
            fonts: Any = page.resources.get("/Font", {})
            loose = [str(font.get("/BaseFont", "?")) for font in fonts.values() if not _embedded(font)]
            if loose:
                yield Finding(number, f"the font {loose[0]} is not embedded in the PDF")
            notes = (a for a in page.get("/Annots", []) if a.get("/Subtype") == "/Text")
            if not any(str(note.get("/Contents", "")) for note in notes):
                yield Finding(number, "its notes are not in the PDF")
        described = sum(each.get("/Type") == "/StructElem" and str(each.get("/Alt", "")) != "" for each in dictionaries)
        figures = sum(figure["shown"] for slide in context.page.slides for figure in slide["figures"])
        if described < figures:
            yield Finding(0, f"{described} of {figures} figures have their alt text in the PDF")


def _embedded(font: Any) -> bool:
    if font.get("/Subtype") == "/Type3":
        return True  # a Type 3 font contains its shapes
    inner = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
    descriptor = inner.get("/FontDescriptor", {})
    return any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def site(context: CheckContext) -> Iterator[Finding]:
    """Find faults of ``index.html``, whose links must point to files in its folder."""
    path = context.paths.out / "index.html"
    weight = path.stat().st_size
    if weight > LARGEST:
        yield Finding(0, f"the page has {weight:,} bytes, {LARGEST:,} is the most; make its pictures smaller")
    with open_browser(bypass_csp=True) as browser:
        for name, (width, height) in _SIZES.items():
            opened = open_page(browser, path.resolve().as_uri(), width, height)
            page = opened.page
            yield from (Finding(0, f"the page asks for {url[:100]}; put it into the page") for url in opened.outside)
            yield from (Finding(0, f"the browser complains: {text[:150]}") for text in opened.complaints)
            if (over := page.evaluate(_WIDTH)) > 0:
                yield Finding(0, f"on {name} the page is {over} px too wide")
            yield from (Finding(0, f"{message} on {name}") for _, message, *_ in axe_violations(opened))
        for link in dict.fromkeys(page.evaluate(_LINKS)):
            if link.startswith(("data:", "https://")):
                continue
            dead = page.evaluate(_UNKNOWN, link[1:]) if link.startswith("#") else not leads_to_file(link, path.parent)
            if dead:
                yield Finding(0, f"the link {link} leads nowhere")
