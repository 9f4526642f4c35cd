"""The tests of a snippet judge the run that the slides show, and run it again only for what that run did not keep."""

from types import SimpleNamespace

import nbformat
import pytest
from nbformat import v4

from engine.pytest_plugin import define, names_of, results, waiting
from engine.snippets.execute import Execution
from engine.snippets.values import pack


@pytest.fixture
def runs():
    return []


@pytest.fixture
def module(runs):
    def run(space):
        runs.append(len(runs))
        space.update(number=2, model="a model")

    return waiting("x", {"number": 1}, run)


def test_what_is_known_needs_no_run(module, runs):
    assert module.number == 1
    assert runs == []


def test_what_is_not_known_makes_one_run_and_from_then_on_that_run_counts(module, runs):
    assert module.model == "a model"
    assert module.number == 2
    assert module.model == "a model"
    assert runs == [0]


def test_what_no_run_gives_is_missing(module, runs):
    for _ in range(2):
        with pytest.raises(AttributeError, match="no attribute 'typo'"):
            _ = module.typo
    assert runs == [0]


def test_names_that_python_asks_for_make_no_run(module, runs):
    assert not hasattr(module, "__wrapped__")
    assert "x" in repr(module)
    assert runs == []


def test_functions_and_imports_are_defined_and_what_is_patched_they_see(module, monkeypatch):
    define("import math\n\nnumber = 3\n\ndef twice():\n    return math.floor(2.5) * number\n", "x.py", vars(module))
    assert module.twice() == 2
    monkeypatch.setattr(module, "math", SimpleNamespace(floor=lambda x: 10))
    assert module.twice() == 10


@pytest.mark.parametrize(
    "code",
    [
        "def f():\n    return model",
        "def f():\n    def g():\n        return model\n    return g()",
        "def f():\n    return g()\n\ndef g():\n    return model",
        "def f(x=model):\n    return x",
        "class C:\n    x = model\n\ndef f():\n    return C.x",
    ],
)
def test_what_uses_a_name_that_is_not_known_waits_for_the_run(module, runs, code):
    define(f"model = 1\n\n{code}\n", "x.py", vars(module))
    assert "f" not in vars(module)
    assert runs == []


def test_a_local_name_is_no_name_of_the_snippet(module, runs):
    define("model = 1\n\ndef f(model):\n    return [model for model in (model,)]\n", "x.py", vars(module))
    assert module.f(5) == [5]
    assert runs == []


@pytest.fixture
def deck(tmp_path):
    """A deck whose snippet leaves a mark when it runs, and the result of a build that is told apart from a run."""
    (tmp_path / "snippets").mkdir()
    (tmp_path / "snippets" / "x.py").write_text('# %% a\nimport os\n\nmetade = 0.5\nos.mkdir("marca")\n', "utf-8")
    snippets, store = results(tmp_path)
    store.put(snippets["x"], Execution(nbformat.writes(v4.new_notebook()), values=pack({"metade": 0.25})))
    yield tmp_path
    results.cache_clear()


def test_the_names_are_those_of_the_build(deck):
    with names_of(deck, "x") as names:
        assert names.metade == 0.25
    assert not (deck / "snippets" / "marca").exists()


def test_a_changed_snippet_runs_once_in_its_folder(deck):
    path = deck / "snippets" / "x.py"
    path.write_text(path.read_text("utf-8") + "dobro = 2 * metade\n", "utf-8")
    results.cache_clear()
    with names_of(deck, "x") as names:
        assert (names.metade, names.dobro) == (0.5, 1)
    assert (deck / "snippets" / "marca").is_dir()
