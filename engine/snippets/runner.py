"""What runs snippets: one generator of what came of each, the same wherever they run."""

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
    """Runs snippets, each in a process of its own, as long as this is open; leaving it by an error kills what runs."""

    # How many to hand over at once.
    capacity = 1

    def __init__(self) -> None:
        self._futures: dict[str, Future[Any]] = {}
        self._done: queue.SimpleQueue[tuple[Snippet, Future[Any]] | None] = queue.SimpleQueue()

    @abstractmethod
    def start(self, snippet: Snippet) -> Future[Any]:
        """Let a snippet run when its turn comes."""

    @abstractmethod
    def outcome(self, future: Future[Any]) -> tuple[Execution, float]:
        """Return what came of a snippet that is done, and the seconds that it took."""

    @property
    def running(self) -> list[str]:
        """The names of the snippets that run at this moment."""
        return [name for name, future in list(self._futures.items()) if future.running()]

    def submit(self, snippet: Snippet) -> None:
        """Let a snippet run when its turn comes; `finished` tells what came of it."""
        future = self._futures[snippet.name] = self.start(snippet)
        future.add_done_callback(lambda done: self._done.put((snippet, done)))

    def cancel(self, name: str) -> None:
        """Kill a snippet, or take it out of the queue; nothing is told of it any more."""
        if future := self._futures.get(name):
            future.cancel()

    def finished(self) -> Iterator[Run]:
        """Yield each snippet that was submitted, as soon as it is done, until `close`: with what came of it, and the
        seconds that it took.
        """
        while (item := self._done.get()) is not None:
            snippet, future = item
            if self._futures.get(snippet.name) is future:
                self._futures.pop(snippet.name, None)
            if not future.cancelled():
                yield (snippet, *self.outcome(future))

    def close(self) -> None:
        """Let `finished` end."""
        self._done.put(None)

    def run(self, snippets: Collection[Snippet], seconds: Mapping[str, float]) -> Iterator[Run]:
        """Run snippets, those that took longest first, and yield what came of each as soon as it is done.

        Args:
            snippets: what to run.
            seconds: how long each took the last time, by name; one that is missing is taken for long.
        """
        waiting = iter(longest_first(snippets, seconds))
        for snippet in islice(waiting, self.capacity):
            self.submit(snippet)
        for run in islice(self.finished(), len(snippets)):
            for snippet in islice(waiting, 1):
                self.submit(snippet)
            yield run


def longest_first(snippets: Collection[Snippet], seconds: Mapping[str, float]) -> list[Snippet]:
    """Return snippets in the order that ends soonest on several cores: those that took longest, or never ran, first."""
    return sorted(snippets, key=lambda snippet: (-seconds.get(snippet.name, float("inf")), snippet.name))
