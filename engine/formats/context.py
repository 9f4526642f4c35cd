"""The input of a format, and what several formats make of it: pages with their policy, screenshots."""

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import jinja2

from engine.core.browser import open_browser, open_page
from engine.core.files import write_atomically
from engine.core.paths import NODE_MODULES, Paths
from engine.core.problems import ContentError, Problem
from engine.slides.deck import Deck

# What each line of a script has for its authors: a comment, and the blanks before it.
_NOT_RUN = re.compile(r"^\s*// .*\n|^\s+", re.M)
_LESSON = Path(__file__).parents[1] / "slides" / "lesson.js"
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.S)
# What Marp puts into the page: its player, and what its elements need.
_MARP = ("marp-cli/lib/bespoke.js", "marp-core/lib/browser.js")
# Hides the buttons that the player shows for some seconds: they are not part of a slide. What waits for a key is.
AS_PRINTED = """
    document.querySelectorAll('.bespoke-marp-osc').forEach(e => { e.style.display = 'none' })
    document.querySelectorAll('[data-marpit-fragment]').forEach(e => { e.style.visibility = 'visible' })"""


@dataclass
class FormatContext:
    """The input of a format."""

    deck: Deck  # the rendered deck
    paths: Paths  # paths of the deck
    stage: Path  # folder that contains ``deck.md`` and the linked images
    marp: dict[str, bytes]  # output of Marp by kind, see `engine.formats.marp.Marp`
    # existing files by path relative to the deck, from an earlier build or from other formats of this build
    files: dict[str, bytes] = field(default_factory=dict)
    commit: tuple[str, str] = ("", "")  # short name and date of the commit that is built; empty when there is none

    @cached_property
    def html(self) -> bytes:
        """The slides as one HTML file, with their Content-Security-Policy."""
        if "html" not in self.marp:
            return self.files["deck.html"]
        return add_csp(self.marp["html"].decode(), page_scripts(self.deck, self.paths)).encode()

    def screenshots(self, numbers: Iterable[int]) -> Iterable[bytes]:
        """Yield a screenshot of each given slide, a PNG of 1280 x 720."""
        html = self.stage / "deck.html"
        write_atomically(html, self.html)
        with open_browser() as context:
            page = open_page(context, html.as_uri()).page
            page.evaluate(AS_PRINTED)
            for number in numbers:
                page.goto(f"{html.as_uri()}#{number}")
                page.wait_for_selector(f".bespoke-marp-active section[data-marpit-pagination='{number}']")
                page.evaluate("document.fonts.ready")
                yield page.screenshot()


def page_scripts(deck: Deck, paths: Paths) -> list[str]:
    """Return the scripts that the page of a deck runs: those of its theme, and those of its words and its lessons."""
    added = [*deck.scripts.values()]
    if deck.cuts or 'class="countdown"' in deck.markdown:
        added.append(f"(\n{_LESSON.read_text('utf-8')})({[each for part in deck.parts for each in part.seconds]})")
    of_theme = [path.read_text("utf-8") for path in sorted(paths.theme.glob("*.js"))]
    return [*of_theme, *(_NOT_RUN.sub("", code) for code in added)]


def filled(template: Path, **values: Any) -> bytes:
    """Return a page without scripts, with its policy, made from a template."""
    pages = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    return add_csp(pages.from_string(template.read_text("utf-8")).render(values)).encode()


def add_csp(html: str, scripts: Iterable[str] = (), client: str = "") -> str:
    """Return a page with scripts at its end, and a Content-Security-Policy as the first element of its head.

    The policy allows styles, data URIs of pictures and fonts, the page itself in a frame (for the presenter view), and
    these scripts and Marp's, each by its hash. It blocks all else.

    Args:
        html: the page, which has no scripts but Marp's.
        scripts: code to run in the page.
        client: the element of a script that may also connect to the page's own server, for the preview.

    Raises:
        ContentError: when the page has another script, or no head.
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
    policy = "; ".join([
        "default-src 'none'",
        f"script-src {' '.join(hashes) or repr('none')}",
        "style-src 'unsafe-inline'",
        "img-src data:",
        "font-src data:",
        "frame-src 'self' file:",
        *(["connect-src 'self'"] if client else []),
        "base-uri 'none'",
        "form-action 'none'",
    ])  # fmt: skip
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html.replace("<head>", f"<head>{meta}", 1)
