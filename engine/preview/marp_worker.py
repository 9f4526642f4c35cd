"""Marp for the preview: one Node.js process that stays loaded, so that a change costs its rendering and no start."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import threading
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.core.paths import NODE_MODULES, Paths, node_environ, node_program
from engine.core.problems import ContentError, Problem
from engine.formats.marp import marp_package, parse_warnings
from engine.slides.deck import Deck

_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Change:
    """What a new text of the deck changes on screen.

    Args:
        slides: ``number``, ``slide`` (HTML) and ``notes`` of each slide that differs.
        whole: whether more than these slides differs, so that the whole page has to be taken again.
    """

    slides: list[dict[str, Any]]
    whole: bool


class MarpWorker(AbstractContextManager["MarpWorker"]):
    """Marp, loaded as long as this is open; may be used by several threads.

    Args:
        paths: of the deck.
    """

    def __init__(self, paths: Paths):
        module = marp_package() / "lib" / "index.js"
        self._command = [node_program(), _HERE / "marp_worker.mjs", module, _HERE / "marp.config.mjs"]
        self._env = node_environ() | {"DECK_MARP_CONFIG": str(paths.marp_config), "NODE_PATH": str(NODE_MODULES)}
        self._folder = tempfile.TemporaryDirectory(prefix="deck-preview-", ignore_cleanup_errors=True)
        self._written: dict[str, bytes] = {}
        self._lock = threading.Lock()
        self._start()

    def _start(self) -> None:
        # In a session of its own: Ctrl-C reaches it as the end of its input, after what it is doing.
        self._node = subprocess.Popen(
            [str(word) for word in self._command],
            cwd=self._folder.name,
            env=self._env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            start_new_session=os.name == "posix",
        )

    def page(self, deck: Deck) -> str:
        """Return the whole page of a deck, as marp-cli makes it.

        Raises:
            ContentError: when Marp warns of anything, or fails.
        """
        with self._lock:
            self._ask({"page": True, "markdown": deck.markdown}, deck)
            return Path(self._folder.name, "deck.html").read_text("utf-8")

    def change(self, deck: Deck) -> Change:
        """Return what differs from the deck of the last call.

        Raises:
            ContentError: when Marp fails.
        """
        with self._lock:
            answer = self._ask({"markdown": deck.markdown}, deck)
            return Change(answer["slides"], answer["whole"])

    def restart(self) -> None:
        """Load Marp again, since its engine or its configuration changed."""
        with self._lock:
            self._stop()
            self._start()

    def _ask(self, request: dict[str, Any], deck: Deck) -> dict[str, Any]:
        for name, data in deck.images.items():
            if self._written.get(name) != data:
                path = Path(self._folder.name, name)
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(data)
                self._written[name] = data
        try:
            self._node.stdin.write(json.dumps(request) + "\n")
            self._node.stdin.flush()
            line = self._node.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            self._stop()
            self._start()
            raise ContentError([Problem("slides/theme", "Marp ended by itself; is its configuration right?")])
        answer = json.loads(line)
        wrong = parse_warnings(answer["said"])
        if "error" in answer and not wrong:
            wrong = [" ".join(answer["error"].split())[:300]]
        if wrong:
            raise ContentError(Problem("deck.md", f"Marp: {message}") for message in wrong)
        return answer

    def _stop(self) -> None:
        self._node.stdin.close()
        try:
            self._node.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._node.kill()
            self._node.wait()
        self._node.stdout.close()

    def __exit__(self, *exception: object) -> None:
        self._stop()
        self._folder.cleanup()
