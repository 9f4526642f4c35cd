"""What a rule looks at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from engine.checks.page import PageMeasure, measure_page
from engine.core.browser import Browser
from engine.core.paths import Paths
from engine.slides.deck import Deck


@dataclass(frozen=True)
class CheckContext:
    """What a rule looks at."""

    deck: Deck  # as it was rendered
    paths: Paths  # of the deck, which was built
    browser: Browser  # what opens it

    @cached_property
    def page(self) -> PageMeasure:
        """The deck as the browser shows it."""
        return measure_page(self.paths.out / "deck.html", self.browser)

    def built(self, name: str) -> str:
        """Return the name of a file of the deck, for a message."""
        return self.paths.shown(self.paths.out / name)
