"""The input of a format, and what several formats make of it: pages with their policy, the slides printed and drawn."""

import base64
import hashlib
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, cached_property
from html import unescape
from pathlib import Path
from threading import Lock
from typing import Any

import jinja2
import rjsmin
from PIL import Image

from engine.core.browser import open_browser, open_page
from engine.core.files import write_atomically
from engine.core.paths import NODE_MODULES, Paths
from engine.core.problems import ContentError, Problem
from engine.formats.marp import MarpProcess
from engine.slides.deck import Deck

_NOTE = re.compile(r'<div class="bespoke-marp-note" data-index="(\d+)"[^>]*>(.*?)</div>', re.S)
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.S)
_LESSON = Path(__file__).parents[1] / "slides" / "lesson.js"
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.S)
# What Marp puts into the page: its player, and what its elements need.
_MARP = ("marp-cli/lib/bespoke.js", "marp-core/lib/browser.js")
PRINT: dict[str, Any] = {"prefer_css_page_size": True, "print_background": True, "tagged": True}
_PDFIUM = Lock()  # held while a page is drawn: the library runs in one thread


@dataclass
class FormatContext:
    """The input of a format."""

    deck: Deck  # the rendered deck
    paths: Paths  # paths of the deck
    stage: Path  # folder that contains ``deck.md``, the linked images, and ``deck.html``
    html: str = ""  # the slides as one HTML file, with their Content-Security-Policy
    # existing files by path relative to the deck, from an earlier build or from other formats of this build
    files: dict[str, bytes] = field(default_factory=dict)
    commit: tuple[str, str] = ("", "")  # short name and date of the commit that is built; empty when there is none
    page: Future[str] = field(default_factory=Future)  # the address of the slides, as soon as they are made
    _drawn: dict[int, bytes] = field(default_factory=dict)  # the pictures of slides by number

    @cached_property
    def notes(self) -> dict[int, list[str]]:
        """The paragraphs of the notes of each slide that has some, by slide number."""
        notes = {}
        for index, text in _NOTE.findall(self.html):
            paragraphs = unescape("\n\n".join(_PARAGRAPH.findall(text))).split("\n\n")
            notes[int(index) + 1] = [" ".join(paragraph.split()) for paragraph in paragraphs if paragraph.strip()]
        return notes

    @contextmanager
    def open_slides(self) -> Iterator[Any]:
        """Open the slides in a browser without scripts when they are made: all are there, one below the other."""
        with open_browser(java_script_enabled=False) as browser:
            yield open_page(browser, self.page.result()).page

    @cached_property
    def printed(self) -> Future[bytes]:
        """The slides as a browser, which starts when this is asked for first, prints them, one a page."""

        def print_slides() -> bytes:
            with self.open_slides() as page:
                return page.pdf(**PRINT)

        return ThreadPoolExecutor(1).submit(print_slides)

    def pictures(self, numbers: Sequence[int]) -> list[bytes]:
        """Return a picture of each given slide, a PNG of 1280 x 720, from the PDF; it is drawn once for all formats."""
        import pypdfium2  # here: most builds draw nothing

        with _PDFIUM, ThreadPoolExecutor() as threads:
            missing = [number for number in numbers if number not in self._drawn]
            with pypdfium2.PdfDocument(self.files.get("deck.pdf") or self.printed.result()) as pdf:
                pages = (pdf[number - 1].render(scale=4 / 3, draw_annots=False).to_pil() for number in missing)
                self._drawn |= zip(missing, threads.map(_png, pages), strict=True)
        return [self._drawn[number] for number in numbers]


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.quantize(256, Image.Quantize.MAXCOVERAGE).save(out, "PNG")  # half the bytes; no eye tells the colours apart
    return out.getvalue()


@cache
def template(path: Path) -> jinja2.Template:
    """Return a Jinja template; in HTML it escapes its values, and a line with a statement alone leaves none."""
    loader, escape = jinja2.FileSystemLoader(path.parent), ".html" in path.name
    page = jinja2.Environment(loader=loader, autoescape=escape, undefined=jinja2.StrictUndefined)
    page.trim_blocks = page.lstrip_blocks = True
    return page.get_template(path.name)


def convert(
    deck: Deck, paths: Paths, stage: Path, marp: MarpProcess | None, files: dict[str, bytes], prints: bool = False
) -> FormatContext:
    """Write a deck to its stage, and convert it with Marp, else take the page in `files`; `prints` starts a browser."""
    base = {"deck.md": deck.markdown.encode(), **deck.images}
    files |= base
    context = FormatContext(deck, paths, stage, files.get("deck.html", b"").decode(), files)
    if prints:
        _ = context.printed
    for name, data in base.items():
        write_atomically(stage / name, data)
    try:
        if marp:
            context.html = add_csp(marp.convert(len(deck.slides)), page_scripts(deck, paths))
        write_atomically(stage / "deck.html", context.html.encode())
        context.page.set_result((stage / "deck.html").resolve().as_uri())
    finally:
        context.page.cancel()  # without a page, the browser ends
    return context


def page_scripts(deck: Deck, paths: Paths) -> list[str]:
    """Return the scripts that the page of a deck runs: those of its theme, of its words and of its lessons."""
    scripts = [*(path.read_text("utf-8") for path in sorted(paths.theme.glob("*.js"))), *deck.scripts.values()]
    if deck.cuts or 'class="countdown"' in deck.markdown:
        scripts.append(f"({_LESSON.read_text('utf-8')})({[each for part in deck.parts for each in part.seconds]})")
    return [rjsmin.jsmin(script) for script in scripts]


def add_csp(html: str, scripts: Iterable[str] = (), client: str = "") -> str:
    """Return a page with scripts at its end, and a Content-Security-Policy as the first element of its head.

    The policy allows styles, data URIs of pictures and fonts, the page itself in a frame (for the presenter view), and
    these scripts and Marp's, each by its hash. It blocks all else. `client` is the element of a script that may also
    connect to the page's own server, for the preview. Raise `ContentError` when the page has another script or no head.
    """
    added = [*(f"<script>{code}</script>" for code in scripts), client]
    known = [(NODE_MODULES / "@marp-team" / name).read_text("utf-8").strip() for name in _MARP]
    for attributes, code in _SCRIPT.findall(html):
        if code.strip() not in known:
            what = f"a script that is neither of Marp nor of this project ({attributes or code.strip()[:60]})"
            raise ContentError([Problem("deck.html", f"{what}; take it out")])
    if "<head>" not in html:
        raise ContentError([Problem("deck.html", "the page has no <head>; is the configuration of Marp right?")])
    before, end, after = html.rpartition("</body>")
    html = "".join([before, *added, end, after])
    digests = (hashlib.sha256(code.encode()).digest() for _, code in _SCRIPT.findall(html))
    hashes = [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]
    connected = client and "connect-src 'self'; "
    policy = (
        f"default-src 'none'; script-src {' '.join(hashes) or repr('none')}; style-src 'unsafe-inline'; img-src data:; "
        f"font-src data:; frame-src 'self' file:; {connected}base-uri 'none'; form-action 'none'"
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html.replace("<head>", f"<head>{meta}", 1)
