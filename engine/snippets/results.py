"""Get the result of each snippet: load it from the store, or run the snippet."""

import sys
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import Future, as_completed
from contextlib import ExitStack
from typing import Protocol, TypeAlias

import nbformat
from rich import progress
from rich.console import Console
from rich.text import Text

from engine.core.problems import Problem
from engine.core.timings import Timings
from engine.snippets.execute import Execution
from engine.snippets.expected import Failure, count_outcomes
from engine.snippets.read import Snippet
from engine.snippets.store import Store

Outcome: TypeAlias = tuple[Execution, float]  # of a run, with its seconds


class Runner(Protocol):
    """Runs snippets, each in its own process, while its context is open; an error inside it kills the running ones."""

    @property
    def running(self) -> list[str]:
        """The names of the running snippets, and of the waiting ones where these can't be told apart."""

    def start(self, snippet: Snippet) -> Future[Outcome]:
        """Run a snippet when its turn comes; to cancel the future kills it."""


def outcomes(runner: Runner, snippets: Iterable[Snippet]) -> Iterator[tuple[Snippet, Execution, float]]:
    """Run snippets, begun in this order, and yield each as soon as it ends, with what came of it, and its seconds."""
    futures = {runner.start(snippet): snippet for snippet in snippets}
    for future in as_completed(futures):
        yield (futures[future], *future.result())


def stored_results(
    snippets: dict[str, Snippet], store: Store, rerun: Collection[str] = (), explain: bool = False
) -> tuple[dict[str, nbformat.NotebookNode], list[Snippet]]:
    """Return the stored results by name, and the snippets that must run: those without one, and those named in `rerun`.

    If asked, print why each snippet runs or not.
    """
    results, stale = {}, []
    for snippet in snippets.values():
        notebook, reason = store.get(snippet)
        reason = "--rerun names it" if snippet.name in rerun else reason
        if notebook is None or snippet.name in rerun:
            stale.append(snippet)
        else:
            results[snippet.name] = notebook
        if explain:
            print(f"{'keep' if snippet.name in results else 'run '} {snippet.name}: {reason}", file=sys.stderr)
    return results, stale


def run_stale(
    stale: list[Snippet], runner: Runner, store: Store, timings: Timings
) -> tuple[dict[str, nbformat.NotebookNode], list[Problem]]:
    """Run snippets, and store the result of each that has no failures; return these by name, and all problems."""
    results, problems = {}, []
    failures: list[Failure] = []
    with Progress(len(stale), runner) as bar:
        for snippet, execution, seconds in outcomes(runner, store.longest_first(stale)):
            failures += execution.failures
            problems += execution.problems(snippet)
            timings.snippets[snippet.name] = seconds
            if not execution.failures:
                results[snippet.name] = store.put(snippet, execution)
            bar.finished(execution.told(snippet, seconds))
    store.note_seconds({name: timings.snippets[name] for name in results})
    if failures:
        print(f"errors: {count_outcomes(results.values(), failures)}", file=sys.stderr)
    return results, problems


class _Running(progress.ProgressColumn):
    """A column with the names of the running snippets."""

    def render(self, task: progress.Task) -> Text:
        return Text(", ".join(task.fields["runner"].running))


class Progress(ExitStack):
    """The progress of a build until the stack is closed: a bar on a terminal, plain lines elsewhere."""

    def __init__(self, total: int, runner: Runner):
        super().__init__()
        console = Console(stderr=True, highlight=False)
        columns = (progress.BarColumn(), progress.MofNCompleteColumn(), progress.TimeElapsedColumn(), _Running())
        plain = not console.is_terminal
        bar = progress.Progress("snippets", *columns, console=console, transient=True, disable=plain)
        self._bar = self.enter_context(bar)
        self._task = bar.add_task("", total=total, runner=runner)

    def finished(self, told: str) -> None:
        """Report that a snippet finished."""
        self._bar.advance(self._task)
        if self._bar.disable:
            print(told, file=sys.stderr, flush=True)
