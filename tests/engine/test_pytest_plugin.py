"""The tests of a snippet ask for the data of the run that the slides show, or for a run of their own."""

import nbformat
import pytest
from nbformat import v4

from engine.core.paths import Paths
from engine.pytest_plugin import run_snippet, snippets_of, stored_values
from engine.snippets.execute import Execution
from engine.snippets.store import Store
from engine.snippets.values import dump

SNIPPET = """\
# %% a
import os

metade = 0.5
os.mkdir("marca")

# %% errado raises="ValueError" message="x"
antes = metade
raise ValueError("x")

# %% certo
def dobro():
    return 2 * metade
"""


@pytest.fixture
def deck(tmp_path):
    """A deck whose snippet leaves a mark when it runs, and the result of a build that is told apart from a run."""
    (tmp_path / "snippets").mkdir()
    (tmp_path / "snippets" / "x.py").write_text(SNIPPET, "utf-8")
    snippets_of.cache_clear()
    notebook = nbformat.writes(v4.new_notebook(metadata={"data": []}))
    Store.of(Paths.of(tmp_path)).put(snippets_of(tmp_path)["x"], Execution(notebook, dump({"metade": 0.25})))
    yield tmp_path
    snippets_of.cache_clear()


def test_values_are_those_of_the_build_and_nothing_runs(deck):
    assert stored_values(deck, "x").metade == 0.25
    assert not (deck / "snippets" / "marca").exists()


def test_what_is_no_data_is_told_with_the_fixture_that_has_it(deck):
    with pytest.raises(AttributeError, match=r'no data named "dobro"; ask the fixture snippet'):
        _ = stored_values(deck, "x").dobro


def test_without_a_result_of_the_snippet_as_it_is_now_the_test_says_what_to_do(deck):
    (deck / "snippets" / "x.py").write_text(SNIPPET + "\n", "utf-8")
    snippets_of.cache_clear()
    with pytest.raises(pytest.fail.Exception, match=r"run python3 build\.py first"):
        stored_values(deck, "x")


def test_a_run_is_in_the_folder_of_the_snippet_and_passes_what_fails_as_declared(deck):
    with run_snippet(deck, "x") as names:
        assert (names.metade, names.antes, names.dobro()) == (0.5, 0.5, 1)
    assert (deck / "snippets" / "marca").is_dir()


def test_a_cell_that_declares_nothing_may_not_fail(deck):
    (deck / "snippets" / "x.py").write_text(SNIPPET.replace("metade = 0.5", "metade = 1 / 0"), "utf-8")
    snippets_of.cache_clear()
    with pytest.raises(ZeroDivisionError) as caught, run_snippet(deck, "x"):
        pass
    assert (caught.traceback[-1].path.name, caught.traceback[-1].lineno) == ("x.py", 3)
