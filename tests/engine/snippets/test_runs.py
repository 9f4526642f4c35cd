"""What is told while snippets run, and the order in which they do; on threads instead of processes."""

import queue
import threading
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest

from engine.build import Options, run
from engine.core.timings import Timings
from engine.preview.runs import RunQueue
from engine.snippets.execute import Execution, outcomes
from engine.snippets.expected import Failure
from engine.snippets.store import Store


class ThreadRunner:
    """Runs a snippet on a thread, which waits at a gate, and fails."""

    running = ""

    def __init__(self):
        self.pool, self.started, self.gate = ThreadPoolExecutor(1), [], threading.Event()

    def start(self, snippet):
        self.started.append(snippet.name)
        return self.pool.submit(lambda: (Execution(failures=[Failure(str(self.gate.wait(30)), 1)]), 0.5))

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.gate.set()
        self.pool.shutdown()


@pytest.fixture
def snippets(project):
    for name in "abcd":
        project.write(f"snippets/{name}.py", "# %% a\nimport os, json as j\nfrom pathlib import Path\n")
    return project.snippets()[0]


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "store", [])


def run_all(runner, snippets, store):
    """Run snippets as a build does; return the build."""
    build = SimpleNamespace(runner=runner, stale=snippets, store=store, results={}, problems=[])
    build.options = Options(frozenset(), 1, 1.0, timings=Timings())
    run(build)
    return build


def test_those_that_took_longest_come_first_and_before_them_those_that_never_ran(snippets, store):
    store.note_seconds({"a": 1.0, "b": 3.0, "d": 2.0})
    assert [snippet.name for snippet in store.longest_first(snippets.values())] == ["c", "b", "d", "a"]


def test_all_are_handed_over_at_once_the_slowest_first_and_each_is_told_when_it_ends(snippets, store, capsys):
    store.note_seconds({"a": 4.0, "b": 1.0, "c": 2.0, "d": 3.0})
    with ThreadRunner() as runner:
        runs = outcomes(runner, store.longest_first(snippets.values()))
        runner.gate.set()
        snippet, execution, seconds = next(runs)
        assert (snippet.name, execution.failures[0].message, seconds) == ("a", "True", 0.5)
        assert runner.started == ["a", "d", "c", "b"]
        assert [run[0].name for run in runs] == ["d", "c", "b"]
        build = run_all(runner, [snippets["b"], snippets["d"]], store)
    assert build.results == {} and [str(problem) for problem in build.problems] == [
        "snippets/d.py:1\n    # %% a\n    True",
        "snippets/b.py:1\n    # %% a\n    True",
    ]
    assert capsys.readouterr().err == "FAILED d (0.5 s)\nFAILED b (0.5 s)\nerrors: 2 failed\n"


def test_the_preview_takes_nothing_of_a_snippet_that_was_edited_while_it_waited(snippets, project, capsys):
    paths = SimpleNamespace(root=project.root, store=project.root / "store", style=project.root / "build.py")
    with ThreadRunner() as runner:
        runs = RunQueue(paths, 1, 1.0, (events := queue.SimpleQueue()).put)
        runs._runner = runner
        runs.read()
        assert runs.running == ["a", "b", "c", "d"]
        project.write("snippets/b.py", "# %% a\nx = = 1\n")
        runs.read()
        assert runs.running == ["a", "c", "d"]
        runner.gate.set()
        for _ in "abcd":
            runs.take(*events.get(timeout=30))
    assert capsys.readouterr().out == "FAILED a (0.5 s)\nFAILED c (0.5 s)\nFAILED d (0.5 s)\n"


def test_without_a_terminal_each_snippet_is_a_plain_line(snippets, store, capsys):
    with ThreadRunner() as runner:
        runner.gate.set()
        run_all(runner, [snippets["a"], snippets["b"]], store)
    assert capsys.readouterr().err == "FAILED a (0.5 s)\nFAILED b (0.5 s)\nerrors: 2 failed\n"


def test_on_a_terminal_a_bar_names_what_runs(snippets, store, monkeypatch, capsys):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    with ThreadRunner() as runner:
        runner.running = "rede, perda"
        runner.gate.set()
        run_all(runner, [snippets["a"], snippets["b"]], store)
    said = capsys.readouterr().err
    assert "rede, perda" in said and "2/2" in said
    assert "FAILED a" not in said
