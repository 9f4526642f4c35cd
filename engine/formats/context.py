"""The input of a format, and what several formats make of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from engine.core.browser import find_browser, open_browser, open_page
from engine.core.files import write_atomically
from engine.core.paths import Paths
from engine.formats.csp import add_csp, marp_scripts
from engine.slides.deck import Deck

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
        return add_csp(self.marp["html"].decode(), marp_scripts()).encode()

    def screenshots(self, numbers: Iterable[int]) -> Iterable[bytes]:
        """Yield a screenshot of each given slide, a PNG of 1280 x 720."""
        html = self.stage / "deck.html"
        write_atomically(html, self.html)
        with open_browser(find_browser()) as context:
            page = open_page(context, html.as_uri()).page
            page.evaluate(AS_PRINTED)
            for number in numbers:
                page.goto(f"{html.as_uri()}#{number}")
                page.wait_for_selector(f".bespoke-marp-active section[data-marpit-pagination='{number}']")
                page.evaluate("document.fonts.ready")
                yield page.screenshot()
