"""What a format is made from."""

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
    """What a format is made from."""

    deck: Deck  # the rendered deck
    paths: Paths  # of the deck; in its stage are ``deck.md`` and what it links
    marp: dict[str, bytes]  # what Marp made of it, by kind
    # what is there by now, made before or by other formats of this build, by path beside the deck
    files: dict[str, bytes] = field(default_factory=dict)
    commit: tuple[str, str] = ("", "")  # short name and date of the commit that is built; empty when there is none
    chosen: Browser | None = None  # what prints and takes pictures; None when no format needs it

    @property
    def browser(self) -> Browser:
        """What prints and takes pictures."""
        if self.chosen is None:
            raise SetupError("a format needs a browser, and its record in engine/formats does not say so")
        return self.chosen

    @cached_property
    def html(self) -> bytes:
        """The slides as one HTML file, with their policy."""
        return add_csp(self.marp["html"].decode()).encode() if "html" in self.marp else self.files["deck.html"]

    @cached_property
    def page(self) -> Path:
        """The same as a file that the browser can open."""
        write_atomically(self.paths.stage / "deck.html", self.html)
        return self.paths.stage / "deck.html"
