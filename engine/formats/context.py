"""The input of a format."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from engine.core.browser import Browser
from engine.core.files import write_atomically
from engine.core.paths import Paths
from engine.core.problems import SetupError
from engine.formats.csp import add_csp
from engine.slides.deck import Deck


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
    chosen: Browser | None = None  # browser to print and take screenshots; None when no format needs it

    @property
    def browser(self) -> Browser:
        """The browser that prints and takes screenshots."""
        if self.chosen is None:
            raise SetupError("a format needs a browser, and its record in engine/formats does not say so")
        return self.chosen

    @cached_property
    def html(self) -> bytes:
        """The slides as one HTML file, with their Content-Security-Policy."""
        return add_csp(self.marp["html"].decode()).encode() if "html" in self.marp else self.files["deck.html"]

    @cached_property
    def page(self) -> Path:
        """The path of the same HTML, written to a file that the browser can open."""
        write_atomically(self.stage / "deck.html", self.html)
        return self.stage / "deck.html"
