"""The state of the snippets while they are edited: the results on screen, the running ones, and the failures."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import nbformat

from engine.core.paths import Paths
from engine.core.problems import Problem
from engine.snippets.execute import Outcome
from engine.snippets.pool import PoolRunner, RunContext
from engine.snippets.read import Snippet, read_snippets
from engine.snippets.store import Store

Run: TypeAlias = tuple[Snippet, Future[Outcome]]
# Changed files, a run that ended, or the error that ended the watching of files.
Event: TypeAlias = frozenset[Path] | Run | Exception


class RunQueue:
    """Reads and runs the snippets of a watched deck, and tracks their results; `tell` gets each run that ended."""

    def __init__(self, paths: Paths, jobs: int, timeout: float, tell: Callable[[Run], object]):
        self._paths, self._tell, self._store = paths, tell, Store.of(paths)
        self._settings: Any = {"jobs": jobs, "timeout": timeout, "ahead": True}
        self._runner: PoolRunner | None = None
        self._good: dict[str, tuple[Snippet, nbformat.NotebookNode]] = {}
        self._runs: dict[str, Run] = {}
        self._failed: dict[str, tuple[Snippet, list[Problem]]] = {}
        self._snippets: dict[str, Snippet] = {}
        self._wrong: list[Problem] = []
        self._data_changed = False

    @property
    def running(self) -> list[str]:
        """The names of the running and the waiting snippets."""
        return sorted(self._runs)

    @property
    def problems(self) -> list[Problem]:
        """The problems of the snippets in their current state."""
        return [*self._wrong, *(problem for _, problems in self._failed.values() for problem in problems)]

    def shown(self) -> tuple[dict[str, Snippet], dict[str, nbformat.NotebookNode]]:
        """Return snippets and matching results; for a running or failed snippet, those of its last good run."""
        snippets = {name: self._good[name][0] if name in self._good else s for name, s in self._snippets.items()}
        results = {name: notebook for name, (_, notebook) in self._good.items() if name in snippets}
        return {name: snippet for name, snippet in snippets.items() if not snippet.given}, results

    def read(self, data_changed: bool = False) -> None:
        """Read the snippets, load the stored results, and schedule the snippets without one.

        When a data file changed, failed and running snippets, which may have read it, run again.
        """
        self._data_changed |= data_changed  # also of a reading that failed
        snippets, self._wrong = read_snippets(self._paths.root)
        self._snippets = {run.name: run for snippet in snippets.values() for run in snippet.runs}
        for name in self._runs.keys() - self._snippets.keys():
            self._cancel(name)
        before = {name: snippet for name, (snippet, _) in (self._runs | self._failed).items()}
        self._failed = {name: failed for name, failed in self._failed.items() if name in self._snippets}
        todo = []
        for name, snippet in self._snippets.items():
            known, found = self._good.get(name), None
            if known and known[0].text == snippet.text and not (self._data_changed or name in before):
                found = known[1]  # as on screen
            elif snippet.valid:
                found = self._store.get(snippet)[0]
            if found:
                self._good[name] = snippet, found
            elif snippet.valid and name in before and before[name].text == snippet.text and not self._data_changed:
                continue
            elif snippet.valid:
                todo.append(snippet)
            self._failed.pop(name, None)
            self._cancel(name)
        self._data_changed = False
        if self._runner is None:  # its parent process imports what the snippets import
            modules = {module for snippet in self._snippets.values() for module in snippet.imports}
            self._runner = PoolRunner(RunContext.of(self._paths), modules=modules, **self._settings)
        for snippet in self._store.longest_first(todo):
            run = self._runs[snippet.name] = snippet, self._runner.start(snippet)
            run[1].add_done_callback(partial(lambda run, _: self._tell(run), run))

    def take(self, snippet: Snippet, future: Future[Outcome]) -> None:
        """Store the outcome of a finished snippet, unless the snippet has changed since."""
        if self._runs.get(snippet.name, (None, None))[1] is not future:
            return
        del self._runs[snippet.name]
        execution, seconds = future.result()
        print(execution.told(snippet, seconds), flush=True)
        if execution.failures:
            self._failed[snippet.name] = snippet, execution.problems(snippet)
        else:
            self._good[snippet.name] = snippet, self._store.put(snippet, execution)
            self._store.note_seconds({snippet.name: seconds})

    def stop(self) -> None:
        """Kill the running snippets."""
        if self._runner:
            self._runner.stop()

    def _cancel(self, name: str) -> None:
        if run := self._runs.pop(name, None):
            run[1].cancel()
