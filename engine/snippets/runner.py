"""The base class of all runners: run snippets, here or on a cluster, and yield the outcome of each."""

from __future__ import annotations

import queue
from abc import abstractmethod
from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import Future
from contextlib import AbstractContextManager
from itertools import islice
from typing import Any, TypeAlias

from engine.snippets.execute import Execution
from engine.snippets.read import Snippet

Run: TypeAlias = tuple[Snippet, Execution, float]


class Runner(AbstractContextManager["Runner"]):
    """Runs snippets, each in its own process, while this context is open; an error inside it kills the running ones."""

    def __init__(self) -> None:
        self._futures: dict[str, Future[Any]] = {}
        self._done: queue.SimpleQueue[tuple[Snippet, Future[Any]] | None] = queue.SimpleQueue()

    @abstractmethod
    def start(self, snippet: Snippet) -> Future[Any]:
        """Schedule a snippet."""

    def outcome(self, future: Future[Any]) -> tuple[Execution, float]:
        """Return the outcome of a finished snippet, and the seconds that it took."""
        return future.result()

    @property
    def running(self) -> list[str]:
        """The names of the running snippets, and of the waiting ones where these can't be told apart."""
        return list(self._futures)

    def submit(self, snippet: Snippet) -> None:
        """Schedule a snippet; `finished` yields its outcome."""
        future = self._futures[snippet.name] = self.start(snippet)
        future.add_done_callback(lambda done: self._done.put((snippet, done)))

    def cancel(self, name: str) -> None:
        """Kill a snippet or remove it from the queue; `finished` does not yield it."""
        if future := self._futures.pop(name, None):
            future.cancel()

    def finished(self) -> Iterator[Run]:
        """Yield each submitted snippet as soon as it finishes, with its outcome and its seconds, until `close`."""
        for snippet, future in iter(self._done.get, None):
            if self._futures.get(snippet.name) is future:
                del self._futures[snippet.name]
            if not future.cancelled():
                yield (snippet, *self.outcome(future))

    def close(self) -> None:
        """Make `finished` return."""
        self._done.put(None)

    def run(self, snippets: Collection[Snippet], seconds: Mapping[str, float]) -> Iterator[Run]:
        """Run snippets, the slowest first, and yield the outcome of each as soon as it finishes.

        Args:
            snippets: the snippets to run.
            seconds: the seconds of the last run of each, by name; a missing one counts as slowest.
        """
        for snippet in longest_first(snippets, seconds):
            self.submit(snippet)
        yield from islice(self.finished(), len(snippets))


def longest_first(snippets: Collection[Snippet], seconds: Mapping[str, float]) -> list[Snippet]:
    """Sort snippets so that all finish soonest on several cores: first those that never ran, then the slowest."""
    return sorted(snippets, key=lambda snippet: (-seconds.get(snippet.name, float("inf")), snippet.name))
