"""Marp for the preview: one process that stays loaded, so that a change costs only its rendering, not a start."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from engine.core.files import temporary_folder, write_atomically
from engine.core.paths import Paths
from engine.formats.marp import MarpProcess
from engine.slides.deck import Deck


class MarpPreview(ExitStack):
    """A Marp process that stays loaded while this context is open; thread-safe."""

    def __init__(self, paths: Paths):
        super().__init__()
        self._lock = threading.Lock()
        self._folder = Path(self.enter_context(temporary_folder("preview")))
        self._marp = self.enter_context(MarpProcess(self._folder, paths.marp_config))

    def page(self, deck: Deck) -> str:
        """Return the whole page of a deck, as marp-cli renders it.

        Raises:
            ContentError: when Marp prints a warning or fails.
        """
        with self._lock:
            self._write(deck)
            html = self._marp.convert("html").read_text("utf-8")
            self._marp.ask({"markdown": deck.markdown})  # later changes are compared with this
            return html

    def change(self, deck: Deck) -> tuple[list[dict[str, Any]], bool]:
        """Return what differs on screen from the deck of the last call.

        Returns:
            ``number``, ``slide`` (HTML) and ``notes`` of each slide that differs; and whether more than these slides
            does, so that the whole page must be reloaded.

        Raises:
            ContentError: when Marp fails.
        """
        with self._lock:
            self._write(deck)
            answer = self._marp.ask({"markdown": deck.markdown})
            return answer["slides"], answer["whole"]

    def restart(self) -> None:
        """Load Marp again after its engine or its configuration changed."""
        with self._lock:
            self._marp.restart()

    def _write(self, deck: Deck) -> None:
        for name, data in {"deck.md": deck.markdown.encode(), **deck.images}.items():
            write_atomically(self._folder / name, data)
