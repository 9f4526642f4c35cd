"""Measure the latency of the preview: from saving a file to the first frame in which the browser shows the change."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.core.browser import open_browser
from engine.core.paths import executable

_SEEN = """(text) => {
  window.seen = new Promise((resolve) => {
    const look = () => document.body.textContent.includes(text) ? resolve(Date.now()) : requestAnimationFrame(look)
    look()
  })
}"""


@contextmanager
def preview(project: Path) -> Iterator[Preview]:
    """Start ``build.py watch`` in a project whose results are in its store, and open it in a browser."""
    process = subprocess.Popen(
        [executable("python"), "-u", "build.py", "watch"],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=sys.stderr,
        encoding="utf-8",
    )
    try:
        address = re.match(r"(http\S+)", process.stdout.readline()).group(1)
        with open_browser(offline=False) as context:
            page = context.new_page()
            page.goto(address)
            page.wait_for_selector(".bespoke-marp-active")
            time.sleep(15)  # until the parent process of the snippets has imported TensorFlow
            yield Preview(page)
    finally:
        process.terminate()
        process.communicate(timeout=60)


class Preview:
    """An open page of the preview, which measures edits."""

    def __init__(self, page):
        self._page = page

    def seconds(self, path: Path, old: str, new: str, seen: str) -> float:
        """Replace a text in a file; return the seconds until the page shows the text `seen`."""
        text = path.read_text("utf-8")
        if old not in text:
            raise ValueError(f"{path.name} has no {old!r}")
        self._page.evaluate(_SEEN, seen)
        start = time.time()
        path.write_text(text.replace(old, new, 1), "utf-8")
        return self._page.evaluate("() => window.seen") / 1000 - start
