"""Keep results on disk, each under the hash of all that could change it.

A key has two stages, because only a run tells which data files a snippet reads. The recipe is what is known before:
the snippet's text, the locks, Python's version, the runner, the settings. It names the data files that were read the
last time; their contents and the recipe together name the result. So going back to an earlier text or an earlier data
file finds the earlier result again.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import nbformat

from engine.core import install
from engine.snippets import execute, expected, read, values
from engine.snippets.execute import Execution
from engine.snippets.read import Snippet

# Beside each result: what the snippet's names held.
_VALUES = ".values"


def digest(*parts: str | bytes) -> str:
    """Return the SHA-256 of several parts; the borders between them count."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()


def write_atomically(path: Path, data: bytes) -> bool:
    """Write a file under a temporary name and rename it, unless it already holds just that.

    Returns:
        Whether the file was written.
    """
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_bytes(data)
    temporary.replace(path)
    return True


@dataclass(frozen=True)
class Kept:
    """A result found in the store, or the reason why there is none.

    Args:
        notebook: the executed notebook; None when the snippet has to run.
        reason: why it has to run, or where the result came from.
    """

    notebook: nbformat.NotebookNode | None
    reason: str


class Store:
    """Results by content.

    Args:
        folder: where they are; made when the first is kept.
        shared: files that change every result: locks, style, fonts.
    """

    def __init__(self, folder: Path, shared: list[Path]):
        self.folder = folder
        runner = [Path(module.__file__) for module in (execute, expected, values, read)]
        self._shared = digest(
            platform.python_version(),
            json.dumps(execute.SETTINGS, sort_keys=True),
            *(path.read_bytes() for path in [*shared, *runner]),
        )

    def _recipe(self, snippet: Snippet) -> str:
        return digest(self._shared, snippet.name, snippet.text)

    def _recipe_path(self, snippet: Snippet) -> Path:
        return self.folder / "recipes" / f"{self._recipe(snippet)}.json"

    def _result_path(self, snippet: Snippet, data: list[str]) -> Path | None:
        """Return where the result is for these data files as they are now; None when one of them is missing."""
        parts = [self._recipe(snippet)]
        for name in data:
            path = snippet.folder / name
            if not path.is_file():
                return None
            parts += [name, hashlib.sha256(path.read_bytes()).hexdigest()]
        return self.folder / "results" / f"{digest(*parts)}.ipynb"

    def get(self, snippet: Snippet) -> Kept:
        """Return the result of a snippet as it is now, if there is one."""
        recipe = self._recipe_path(snippet)
        if not recipe.is_file():
            known = snippet.name in self._ran_before
            why = "its text, the locks, Python or the runner changed" if known else "it never ran"
            return Kept(None, why)
        data = json.loads(recipe.read_text("utf-8"))
        path = self._result_path(snippet, data)
        if path is None:
            return Kept(None, "a data file that it read is gone")
        if not path.is_file():
            return Kept(None, f"a data file that it reads changed ({', '.join(data)})")
        try:
            return Kept(nbformat.reads(path.read_text("utf-8"), as_version=4), "nothing that could change it changed")
        except (ValueError, nbformat.reader.NotJSONError):
            return Kept(None, "its result in the store is damaged")

    def put(self, snippet: Snippet, execution: Execution) -> nbformat.NotebookNode:
        """Keep the result of a snippet, and return it as `get` will.

        Args:
            snippet: what ran.
            execution: what came of it, without failures.
        """
        path = self._result_path(snippet, execution.data)
        if path is not None:
            write_atomically(path.with_suffix(_VALUES), execution.values)
            write_atomically(path, execution.notebook.encode())
            write_atomically(self._recipe_path(snippet), json.dumps(execution.data).encode())
        return nbformat.reads(execution.notebook, as_version=4)

    def values(self, snippet: Snippet) -> dict[str, object]:
        """Return what the names of a snippet, as it is now, held after it ran, as far as that is data.

        Empty when there is no result, or it is damaged.
        """
        path = self._result_path(snippet, self.data(snippet))
        try:
            return values.unpack(path.with_suffix(_VALUES).read_bytes()) if path else {}
        except (OSError, ValueError):
            return {}

    def data(self, snippet: Snippet) -> list[str]:
        """Return the data files that a snippet, as it is now, opened when it ran, relative to its folder."""
        recipe = self._recipe_path(snippet)
        return json.loads(recipe.read_text("utf-8")) if recipe.is_file() else []

    @cached_property
    def _ran_before(self) -> set[str]:
        return set(self.seconds())

    def seconds(self) -> dict[str, float]:
        """Return how long each snippet took the last time that it ran, by name."""
        path = self.folder / "seconds.json"
        try:
            return json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}

    def note_seconds(self, seconds: dict[str, float]) -> None:
        """Remember how long snippets took."""
        known = self.seconds() | {name: round(value, 2) for name, value in seconds.items()}
        write_atomically(self.folder / "seconds.json", json.dumps(known, indent=1, sort_keys=True).encode())


def store_of(root: Path, folder: Path) -> Store:
    """Return the store of a deck, in a folder."""
    style = install.theme_folder(root) / "figures.mplstyle"
    return Store(folder, shared=[install.PYTHON_LOCK, install.NODE_LOCK, style])
