"""What the preview runs, and what it shows meanwhile: its runner is one that never begins."""

from concurrent.futures import Future

import pytest

from engine.core.paths import Paths
from engine.preview import runs
from tests.engine.snippets.test_store import executed


class Idle:
    def __init__(self, *words, **options):
        self.started = []

    def start(self, snippet):
        self.started.append(snippet.name)
        return Future()


@pytest.fixture
def queue(project, monkeypatch):
    monkeypatch.setattr(runs, "PoolRunner", Idle)
    project.write("snippets/x.py", "# %% a\nx = open('data/d.csv').read()\n")
    project.write("snippets/y.py", "# %% a\ny = 1\n")
    project.write("snippets/data/d.csv", "1")
    queue = runs.RunQueue(Paths.of(project.root, project.root / "store"), 1, 10, print)
    queue.read()
    for name, data in (("x", ["data/d.csv"]), ("y", [])):
        snippet, future = queue._runs[name]
        future.set_result((executed(*data), 0.1))
        queue.take(snippet, future)
    assert queue.running == []
    return queue


def test_what_did_not_change_is_not_asked_of_the_store_again(queue, project, monkeypatch):
    asked = []
    monkeypatch.setattr(queue._store, "get", lambda snippet: (asked.append(snippet.name), ("", ""))[1])
    project.write("snippets/y.py", "# %% a\ny = 2\n")
    queue.read()
    assert (asked, queue.running) == (["y"], ["y"])


def test_a_run_for_changed_data_goes_on_when_something_else_changes(queue, project):
    project.write("snippets/data/d.csv", "2")
    queue.read(data_changed=True)
    assert queue.running == ["x"]
    project.write("snippets/y.py", "# %% a\ny = 2\n")
    queue.read()
    assert queue.running == ["x", "y"]
    project.write("snippets/y.py", "# %% a\ny = 1\n")
    queue.read()
    assert queue.running == ["x"]
