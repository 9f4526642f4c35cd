"""What the browser shows: the last deck without problems, as a loaded Marp renders it, and the problems since then."""

import sys
import threading
import uuid
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from engine.core.files import temporary_folder, write_atomically
from engine.core.paths import Paths
from engine.core.problems import ContentError
from engine.formats.context import add_csp, page_scripts
from engine.formats.marp import MarpProcess
from engine.preview.server import Server
from engine.slides.deck import Deck

_CLIENT = Path(__file__).with_name("client.js")
_EMPTY = '<!DOCTYPE html><html lang="pt-BR"><head><meta charset="utf-8"></head><body></body></html>'


class Screen(ExitStack):
    """The state of the page in the browser, the server that sends it, and a loaded Marp until the stack is closed."""

    def __init__(self, paths: Paths, port: int):
        super().__init__()
        self._folder = Path(self.enter_context(temporary_folder("preview")))
        self._paths = paths
        self._marp = self.enter_context(MarpProcess(self._folder, paths.marp_config))
        self._lock = threading.Lock()  # one request to Marp at a time; keeps a page and its version consistent
        self._process, self._count = uuid.uuid4().hex[:8], 0
        self._deck: Deck | None = None
        self._html, self._html_count = "", 0
        self._lines: dict[str, list[str]] = {}
        self._edited: int | None = None
        self._whole, self._problem = True, ""
        self.server = Server(port, self.page, lambda: self.version)

    @property
    def version(self) -> str:
        """A unique identifier of what is on screen."""
        return f"{self._process}.{self._count}"

    def _write(self, deck: Deck) -> None:
        for name, data in {"deck.md": deck.markdown.encode(), **deck.images}.items():
            write_atomically(self._folder / name, data)

    def _convert(self, deck: Deck) -> str:
        self._write(deck)
        html = self._marp.convert(len(deck.slides))
        self._marp.ask({"markdown": deck.markdown})  # later changes are compared with this
        return html

    def page(self) -> bytes:
        """Return the current page, empty if there is none yet, with the script that updates it."""
        with self._lock:
            if self._deck and self._html_count != self._count:
                try:
                    self._html, self._html_count = self._convert(self._deck), self._count
                except ContentError:
                    self._whole = True  # the theme is broken: return the last page without problems
            client = f'<script data-version="{self.version}">{_CLIENT.read_text("utf-8")}</script>'
            scripts = page_scripts(self._deck, self._paths) if self._deck else ()
            return add_csp(self._html or _EMPTY, scripts, client).encode()

    def theme_changed(self, code: bool) -> None:
        """Load the theme again for the next deck; `code` says whether Marp's engine or configuration changed."""
        with self._lock:
            self._whole = True
            if code:
                self._marp.restart()

    def show(self, deck: Deck) -> tuple[str, int | None]:
        """Show a deck without problems; return what changed, in a word or two, and the number of the slide to go to."""
        with self._lock:
            go, before = self._edited, self.version
            html = ""
            slides: list[dict[str, Any]] = []
            scripts = self._deck.scripts if self._deck else {}
            if whole := self._whole or deck.scripts != scripts:
                html = self._convert(deck)
                same = html == self._html and deck.scripts == scripts
            else:
                self._whole = True  # until it answers: one that was started again knows no deck
                self._write(deck)
                changed = self._marp.ask({"markdown": deck.markdown})
                slides, whole = changed["slides"], changed["whole"]
                same = not (whole or slides)
            self._deck, self._whole, self._edited = deck, False, None
            if not same:
                self._count += 1
                if html:
                    self._html, self._html_count = html, self._count
                if whole:
                    self.server.publish("page", {"version": self.version, "go": go})
                    return "page", go
                go = go or slides[0]["number"]
            if go:
                self.server.publish("slides", {"from": before, "version": self.version, "slides": slides, "go": go})
            return "nothing to show" if same else "slide", go

    def note_edit(self, deck: Deck) -> None:
        """Record which slide the author edited last, even if it has problems."""
        for part in deck.parts:
            before = self._lines.get(part.file)
            if before is not None and before != part.lines:
                lines = enumerate(zip(before, part.lines, strict=False), 1)
                line = next((number for number, (old, new) in lines if old != new), len(part.lines))
                self._edited = part.slide_at(line).number
        self._lines = {part.file: part.lines for part in deck.parts}

    def show_problem(self, text: str) -> None:
        """Show problems over the last deck without problems, and in the terminal; an empty text removes them."""
        if text == self._problem:
            return
        if text:
            print(f"\n{text}\n\nthe deck on screen is as it was", file=sys.stderr, flush=True)
        elif self._problem:
            print("mended", flush=True)
        self._problem = text
        self.server.publish("problem", {"text": text}, retain=True)
