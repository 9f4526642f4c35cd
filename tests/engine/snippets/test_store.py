import os
import time

import nbformat
import pytest
from nbformat import v4

from engine.snippets.execute import Execution
from engine.snippets.store import Store
from engine.snippets.values import dump


def executed(*data):
    notebook = v4.new_notebook(metadata={"values": {"x": 1}, "data": list(data)})
    return Execution(nbformat.writes(notebook), values=dump({"x": 1}))


EXECUTION = executed()


@pytest.fixture
def lock(tmp_path):
    path = tmp_path / "requirements.lock"
    path.write_text("keras==3\n")
    return path


@pytest.fixture
def store(tmp_path, lock):
    return Store(tmp_path / "store", [lock])


@pytest.fixture
def snippet(project):
    project.write("snippets/x.py", "# %% a\nx = 1\n")
    project.write("snippets/data/d.csv", "1")
    return project.snippets()[0]["x"]


def test_a_result_is_found_again(store, snippet):
    store.put(snippet, EXECUTION)
    notebook, reason = store.get(snippet)
    assert notebook.metadata["values"] == {"x": 1}
    assert reason == "nothing that could change it changed"


def test_what_never_ran_is_said_to_have_never_run(store, snippet):
    notebook, reason = store.get(snippet)
    assert (notebook, reason) == (None, "it never ran")


def test_what_never_ran_comes_first_the_longest_text_before_others_and_then_the_slowest(store, project):
    project.write("snippets/curto.py", "# %% a\nx = 1\n")
    project.write("snippets/longo.py", "# %% a\nx = 1\ny = 2\n")
    project.write("snippets/lento.py", "# %% a\nx = 1\n")
    project.write("snippets/rapido.py", "# %% a\nx = 1\n")
    store.note_seconds({"lento": 2.0, "rapido": 1.0})
    order = [each.name for each in store.longest_first(project.snippets()[0].values())]
    assert order == ["longo", "curto", "lento", "rapido"]


def test_a_changed_text_has_no_result(store, snippet, project):
    store.put(snippet, EXECUTION)
    store.note_seconds({"x": 1.0})
    project.write("snippets/x.py", "# %% a\nx = 2\n")
    notebook, reason = store.get(project.snippets()[0]["x"])
    assert (notebook, reason) == (None, "its text, the locks, Python or the runner changed")


def test_what_the_sources_need_is_never_pruned_and_the_rest_by_age_and_number(store, snippet, project):
    def age(files, days):
        for path in files:
            os.utime(path, (time.time() - days * 86400,) * 2)
        return files

    store.put(snippet, EXECUTION)
    first = age({*store.folder.glob("re*/*")}, 50)
    assert len(first) == 3 and store.unneeded([snippet], days=0, most=0) == []
    project.write("snippets/x.py", "# %% a\nx = 2\n")
    store.put(now := project.snippets()[0]["x"], EXECUTION)
    second = age({*store.folder.glob("re*/*")} - first, 40)
    assert {*store.unneeded([now])} == {*store.unneeded([now], 0, 10)} == {*store.unneeded([now], 99, 0)} == first
    assert {*store.unneeded([], 99, 1)} == first and {*store.unneeded([], 45)} == first
    assert {*store.unneeded([])} == first | second and store.unneeded([], 99) == []
    store.get(now)  # a build uses it
    assert {*store.unneeded([])} == first


def test_going_back_to_an_earlier_text_finds_its_result(store, snippet, project):
    store.put(snippet, EXECUTION)
    project.write("snippets/x.py", "# %% a\nx = 2\n")
    store.put(project.snippets()[0]["x"], EXECUTION)
    project.write("snippets/x.py", "# %% a\nx = 1\n")
    assert store.get(project.snippets()[0]["x"])[0] is not None


def test_a_changed_lock_has_no_result(store, snippet, lock):
    store.put(snippet, EXECUTION)
    lock.write_text("keras==4\n")
    assert Store(store.folder, [lock]).get(snippet)[0] is None


@pytest.mark.parametrize("setting", [("PYTHONHASHSEED", "1"), ("TF_NUM_INTRAOP_THREADS", "8")])
def test_a_changed_setting_has_no_result(store, snippet, lock, monkeypatch, setting):
    from engine.snippets import execute

    store.put(snippet, EXECUTION)
    monkeypatch.setitem(execute.SETTINGS, *setting)
    assert Store(store.folder, [lock]).get(snippet)[0] is None


def test_another_python_has_no_result(store, snippet, lock, monkeypatch):
    store.put(snippet, EXECUTION)
    monkeypatch.setattr("platform.python_version", lambda: "3.99.0")
    assert Store(store.folder, [lock]).get(snippet)[0] is None


def test_a_changed_data_file_has_no_result_until_it_changes_back(store, snippet, project):
    changed = "a data file that it reads changed, appeared or is gone (data/d.csv)"
    store.put(snippet, executed("data/d.csv"))
    project.write("snippets/data/d.csv", "2")
    assert store.get(snippet)[1] == changed
    project.write("snippets/data/d.csv", "1")
    assert store.get(snippet)[0] is not None
    (project.root / "snippets/data/d.csv").unlink()
    assert store.get(snippet)[1] == changed


def test_a_file_that_was_missing_has_no_result_when_it_is_there(store, snippet, project):
    store.put(snippet, executed("data/e.csv"))
    assert store.get(snippet)[0] is not None
    project.write("snippets/data/e.csv", "1")
    assert store.get(snippet)[0] is None


def test_a_damaged_result_is_made_again(store, snippet):
    store.put(snippet, EXECUTION)
    (path,) = (store.folder / "results").glob("*.ipynb")
    path.write_text("{")
    assert store.get(snippet)[1] == "its result in the store is damaged"
    (recipe,) = (store.folder / "recipes").glob("*.json")
    recipe.write_text("{")
    assert store.get(snippet)[1] == "its recipe in the store is damaged"
    assert store.values(snippet) is None
    store.put(snippet, EXECUTION)
    assert store.get(snippet)[0] is not None


def test_seconds_are_remembered_and_a_damaged_file_forgets_them(store):
    store.note_seconds({"a": 1.234})
    store.note_seconds({"b": 2.0})
    assert store.seconds() == {"a": 1.23, "b": 2.0}
    (store.folder / "seconds.json").write_text("{")
    assert store.seconds() == {}
