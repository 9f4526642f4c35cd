"""Get the result of each snippet: load it from the store, or run the snippet."""

from __future__ import annotations

import sys
from collections.abc import Collection

import nbformat

from engine.core.problems import Problem
from engine.core.progress import Progress
from engine.core.timings import Timings
from engine.snippets.expected import Failure, count_outcomes
from engine.snippets.read import Snippet
from engine.snippets.runner import Runner
from engine.snippets.store import Store


def stored_results(
    snippets: dict[str, Snippet], store: Store, rerun: Collection[str] = (), explain: bool = False
) -> tuple[dict[str, nbformat.NotebookNode], list[Snippet]]:
    """Return the stored results by name, and the snippets that must run.

    Args:
        snippets: every snippet by name.
        store: the store of the results.
        rerun: names of snippets to run even if their result is stored.
        explain: whether to print why each snippet runs or not.
    """
    results, stale = {}, []
    for snippet in snippets.values():
        found = store.get(snippet)
        reason = "--rerun names it" if snippet.name in rerun else found.reason
        if found.notebook is None or snippet.name in rerun:
            stale.append(snippet)
        else:
            results[snippet.name] = found.notebook
        if explain:
            print(f"{'keep' if snippet.name in results else 'run '} {snippet.name}: {reason}", file=sys.stderr)
    return results, stale


def run_stale(
    stale: list[Snippet], runner: Runner, store: Store, timings: Timings
) -> tuple[dict[str, nbformat.NotebookNode], list[Problem]]:
    """Run snippets, and store the result of each that has no failures.

    Returns:
        The results by name, and the problems of the other snippets.
    """
    results, problems = {}, []
    failures: list[Failure] = []
    with Progress(len(stale), lambda: runner.running) as progress:
        for snippet, execution, seconds in runner.run(stale, store.seconds()):
            failures += execution.failures
            problems += [snippet.problem(failure.message, failure.line) for failure in execution.failures]
            timings.snippets[snippet.name] = seconds
            if not execution.failures:
                results[snippet.name] = store.put(snippet, execution)
            progress.finished(snippet.name, seconds, bool(execution.failures))
    store.note_seconds({name: timings.snippets[name] for name in results})
    if failures:
        print(f"errors: {count_outcomes(results.values(), failures)}", file=sys.stderr)
    return results, problems
