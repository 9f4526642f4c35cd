"""Store results on disk, each under the hash of everything that could change it.

The key has two stages, because only a run shows which data files a snippet reads. The recipe is the hash of what is
known before: the snippet's text, the lock files, the version of Python, the runner, the settings. Its file lists the
data files that the last run read; the recipe and their contents together are the key of the result. So reverting a
snippet or a data file finds the earlier result again.
"""

import json
import os
import platform
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

import nbformat

from engine.core import fonts
from engine.core.files import digest, is_of_tool, write_atomically
from engine.core.paths import NODE_LOCK, PYTHON_LOCK, Paths
from engine.snippets import values
from engine.snippets.execute import SETTINGS, Execution
from engine.snippets.read import Snippet

_VALUES = ".values"  # suffix of the file beside each result, with the data of the snippet's variables


class Store:
    """A content-addressed store of results; `shared` are files whose content affects all of them: lock files, style."""

    def __init__(self, folder: Path, shared: list[Path]):
        self.folder = folder
        runner = [*sorted(Path(__file__).parent.glob("*.py")), Path(fonts.__file__)]
        self._shared = digest(
            f"{platform.python_version()} {sys.platform} {platform.machine()}",
            json.dumps(SETTINGS, sort_keys=True),
            *(path.read_bytes() for path in [*shared, *runner]),
        )

    @classmethod
    def of(cls, paths: Paths) -> Self:
        """Return the store of a deck."""
        return cls(paths.store, shared=[PYTHON_LOCK, NODE_LOCK, paths.style])

    def _recipe_path(self, snippet: Snippet) -> Path:
        return self.folder / "recipes" / f"{digest(self._shared, snippet.name, snippet.text_of_run)}.json"

    def _result_path(self, snippet: Snippet, data: list[str]) -> Path:
        """Return the path of the result for the current content of these data files; that one is missing is content."""
        parts: list[str | bytes] = [self._recipe_path(snippet).stem]
        for name in sorted({*data, *snippet.mentioned_data}):
            path = snippet.folder / name
            if name.endswith("/") and path.is_dir():
                listed = sorted(each.name for each in path.iterdir() if not is_of_tool(Path(each.name)))
                parts += [name, "\n".join(listed)]
            else:
                parts += [name, path.read_bytes() if path.is_file() else b"missing"]
        return self.folder / "results" / f"{digest(*parts)}.ipynb"

    def get(self, snippet: Snippet) -> tuple[nbformat.NotebookNode | None, str]:
        """Return the result of a snippet in its current state, None if it must run; and the reason."""
        recipe = self._recipe_path(snippet)
        if not recipe.is_file():
            known = snippet.name in self.seconds()
            return None, "its text, the locks, Python or the runner changed" if known else "it never ran"
        try:
            data = json.loads(recipe.read_text("utf-8"))
            path = self._result_path(snippet, data)
        except (ValueError, TypeError):
            return None, "its recipe in the store is damaged"
        if not path.is_file():
            return None, f"a data file that it reads changed, appeared or is gone ({', '.join(data)})"
        try:
            notebook = nbformat.reads(path.read_text("utf-8"), as_version=4)
            nbformat.validate(notebook)
            with suppress(OSError):  # a folder to read only
                for used in (recipe, path, path.with_suffix(_VALUES)):
                    os.utime(used)
        except (OSError, ValueError, AttributeError, TypeError, nbformat.ValidationError):
            return None, "its result in the store is damaged"
        return notebook, "nothing that could change it changed"

    def put(self, snippet: Snippet, execution: Execution) -> nbformat.NotebookNode:
        """Store the result of a snippet, and return it as `get` does."""
        notebook = nbformat.reads(execution.notebook, as_version=4)
        data = notebook.metadata["data"]
        path = self._result_path(snippet, data)
        write_atomically(path.with_suffix(_VALUES), execution.values)
        write_atomically(path, execution.notebook.encode())
        write_atomically(self._recipe_path(snippet), json.dumps(data).encode())
        return notebook

    def values(self, snippet: Snippet) -> dict[str, Any] | None:
        """Return the data of a snippet's variables after the run of its present state, by name; None without one."""
        try:
            path = self._result_path(snippet, json.loads(self._recipe_path(snippet).read_text("utf-8")))
            return values.load(path.with_suffix(_VALUES).read_bytes())
        except (OSError, ValueError):
            return None

    def unneeded(self, snippets: Iterable[Snippet], days: float = 30, most: int = 2000) -> list[Path]:
        """Return the files of what these snippets, all of the present ones, do not need.

        Of that, those which no build used for so many days, and the ones used longest ago beyond so many results.
        """
        needed: set[Path] = set()
        for recipe, snippet in ((self._recipe_path(snippet), snippet) for snippet in snippets):
            with suppress(OSError, ValueError, TypeError):  # none, or a damaged one
                result = self._result_path(snippet, json.loads(recipe.read_text("utf-8")))
                needed |= {recipe, result, result.with_suffix(_VALUES)}
        used = {path: path.stat().st_mtime for path in self.folder.glob("re*/*") if path not in needed}
        newest = sorted(used, key=lambda path: -used[path])
        return [*newest[3 * most :], *(p for p in newest[: 3 * most] if time.time() - used[p] > days * 24 * 60 * 60)]

    def seconds(self) -> dict[str, float]:
        """Return the seconds of the last run of each snippet, by name."""
        try:
            return json.loads((self.folder / "seconds.json").read_text("utf-8"))
        except (OSError, ValueError):
            return {}

    def longest_first(self, snippets: Iterable[Snippet]) -> list[Snippet]:
        """Sort snippets so that all finish soonest on several cores: those that never ran by length, then by time."""
        seconds = self.seconds()
        return sorted(snippets, key=lambda one: (-seconds.get(one.name, float("inf")), -len(one.text), one.name))

    def note_seconds(self, seconds: dict[str, float]) -> None:
        """Save the seconds of the last run of snippets."""
        known = self.seconds() | {name: round(value, 2) for name, value in seconds.items()}
        write_atomically(self.folder / "seconds.json", json.dumps(known, indent=1, sort_keys=True).encode())
