"""Marp for the preview: one process that stays loaded, so that a change costs only its rendering, not a start."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.core.files import temporary_folder, write_atomically
from engine.core.paths import Paths
from engine.formats.marp import MarpProcess
from engine.slides.deck import Deck


class MarpPreview(MarpProcess):
    """A Marp process in a folder of its own, which stays loaded while this context is open."""

    def __init__(self, paths: Paths):
        self._files = temporary_folder("preview")
        super().__init__(Path(self._files.name), paths.marp_config)

    def __exit__(self, *exception: object) -> None:
        super().__exit__(*exception)
        self._files.cleanup()

    def page(self, deck: Deck) -> str:
        """Return the whole page of a deck, as marp-cli renders it.

        Raises:
            ContentError: when Marp prints a warning or fails.
        """
        self._write(deck)
        html = self.convert("html").read_text("utf-8")
        self.ask({"markdown": deck.markdown})  # later changes are compared with this
        return html

    def change(self, deck: Deck) -> tuple[list[dict[str, Any]], bool]:
        """Return what differs on screen from the deck of the last call.

        Returns:
            ``number``, ``slide`` (HTML) and ``notes`` of each slide that differs; and whether more than these slides
            does, so that the whole page must be reloaded.

        Raises:
            ContentError: when Marp fails.
        """
        self._write(deck)
        answer = self.ask({"markdown": deck.markdown})
        return answer["slides"], answer["whole"]

    def _write(self, deck: Deck) -> None:
        for name, data in {"deck.md": deck.markdown.encode(), **deck.images}.items():
            write_atomically(self._folder / name, data)
