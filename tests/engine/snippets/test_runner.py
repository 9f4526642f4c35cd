"""The generator of what came of each snippet, on threads instead of processes."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from engine.snippets.execute import Execution
from engine.snippets.runner import Runner, longest_first


class ThreadRunner(Runner):
    def __init__(self):
        super().__init__()
        self.pool, self.started, self.gate = ThreadPoolExecutor(1), [], threading.Event()

    def start(self, snippet):
        self.started.append(snippet.name)
        return self.pool.submit(self.gate.wait, 30)

    def outcome(self, future):
        return Execution(str(future.result())), 0.5

    def __exit__(self, *exception):
        self.gate.set()
        self.pool.shutdown()


@pytest.fixture
def snippets(project):
    for name in "abcd":
        project.write(f"snippets/{name}.py", "# %% a\nimport os, json as j\nfrom pathlib import Path\n")
    return project.snippets()[0]


def test_those_that_took_longest_come_first_and_before_them_those_that_never_ran(snippets):
    order = longest_first(snippets.values(), {"a": 1.0, "b": 3.0, "d": 2.0})
    assert [snippet.name for snippet in order] == ["c", "b", "d", "a"]


def test_all_are_handed_over_at_once_the_slowest_first_and_each_is_told_when_it_ends(snippets):
    with ThreadRunner() as runner:
        runs = runner.run(snippets.values(), {"a": 4.0, "b": 1.0, "c": 2.0, "d": 3.0})
        runner.gate.set()
        snippet, execution, seconds = next(runs)
        assert (snippet.name, execution.notebook, seconds) == ("a", "True", 0.5)
        assert runner.started == ["a", "d", "c", "b"]
        assert [run[0].name for run in runs] == ["d", "c", "b"]


def test_nothing_is_told_of_what_was_cancelled_and_closing_ends_the_generator(snippets):
    with ThreadRunner() as runner:
        for name in "abc":
            runner.submit(snippets[name])
        runner.cancel("b")  # it waits for its turn: a thread that runs can't be killed
        assert "b" not in runner.running
        runner.gate.set()
        finished = runner.finished()
        assert [next(finished)[0].name, next(finished)[0].name] == ["a", "c"]
        runner.close()
        assert list(finished) == []
