"""The input of a rule."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from engine.checks.page import PageMeasure, measure_page
from engine.core.browser import Browser
from engine.core.paths import Paths
from engine.slides.deck import Deck


@dataclass(frozen=True)
class CheckContext:
    """The input of a rule."""

    deck: Deck  # the rendered deck
    paths: Paths  # the paths of the deck, which is built
    browser: Browser  # the browser that opens the deck

    @cached_property
    def page(self) -> PageMeasure:
        """The deck as measured in the browser."""
        return measure_page(self.paths.out / "deck.html", self.browser)

    def built(self, name: str) -> str:
        """Return the path of an output file as messages show it."""
        return self.paths.shown(self.paths.out / name)
