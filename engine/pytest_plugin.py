"""A pytest plugin for the tests of a deck: four fixtures, from the fastest to the slowest.

``values`` returns the data of the run that the slides show, ``runs`` that of each run; they run nothing. ``functions``
defines only the functions of the snippet, with this data as globals. ``snippet`` runs the whole snippet once per test
file, to test a model.
"""

import ast
import functools
import gc
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import chdir, contextmanager, suppress
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from engine.core.paths import Paths
from engine.snippets.execute import SETTINGS
from engine.snippets.read import Snippet, read_snippets
from engine.snippets.store import Store


def pytest_configure() -> None:
    """Set the environment of snippets before any library is imported; Python reads PYTHONHASHSEED only at startup."""
    os.environ.update(SETTINGS | {"MPLBACKEND": "agg"})


class Values(SimpleNamespace):
    """The data of a snippet's variables after the run that the slides show, as attributes."""

    def __getattr__(self, asked: str) -> Any:
        message = f'the result of {self._name} has no data named "{asked}"; ask the fixture snippet for what is no data'
        raise AttributeError(message)


@functools.cache
def snippets_of(root: Path) -> dict[str, Snippet]:
    """Return the snippets of a deck by name, read but not run."""
    return read_snippets(root)[0]


def stored_values(root: Path, name: str) -> Values:
    """Return the data of a run of a snippet by name; fail the test if the deck was not built since a change."""
    snippet = snippets_of(root)[name.partition("[")[0]]
    values = Store.of(Paths.of(root)).values(next(run for run in snippet.runs if run.name == name))
    if values is None:
        pytest.fail(f"the store has no result of {name} as it is now; run python3 build.py first", pytrace=False)
    return Values(**values, _name=name)


@contextmanager
def run_snippet(root: Path, name: str) -> Iterator[ModuleType]:
    """Run a snippet in its folder, as a student does, and yield its module; cells that declare an error may fail."""
    snippet = snippets_of(root)[name]
    module = ModuleType(f"snippets.{name}")
    _forget_models()
    try:
        with chdir(snippet.path.parent):
            for cell in snippet.cells.values():
                with warnings.catch_warnings(), suppress(*[Exception] if cell.declared else []):
                    if cell.declared:
                        warnings.simplefilter("ignore")
                    exec(compile("\n" * cell.line + cell.source, snippet.path, "exec"), vars(module))
            yield module
    finally:
        if "matplotlib.pyplot" in sys.modules:
            sys.modules["matplotlib.pyplot"].close("all")


def _forget_models() -> None:
    """Clear the state that earlier snippets left in Keras, so that a snippet starts as in a new process."""
    if "keras" in sys.modules:
        if not gc.get_freeze_count():  # what exists is kept from the collector, which takes half a second each time
            gc.collect()
            gc.freeze()
        sys.modules["keras"].utils.clear_session()


def _tested(request: pytest.FixtureRequest) -> tuple[Path, str]:
    """Return the deck and the snippet of a test file: ``tests/snippets/test_perda.py`` tests ``perda``."""
    return request.path.parents[2], request.path.stem.removeprefix("test_")


@pytest.fixture(scope="module")
def values(request: pytest.FixtureRequest) -> Values:
    """The data of the snippet that the test file is named after, from the run that the slides show."""
    return stored_values(*_tested(request))


@pytest.fixture(scope="module")
def runs(request: pytest.FixtureRequest) -> list[Values]:
    """The data of each run of the snippet, with the values of its parameters, that of the slides first."""
    root, name = _tested(request)
    return [stored_values(root, run.name) for run in snippets_of(root)[name].runs]


@pytest.fixture(scope="module")
def functions(request: pytest.FixtureRequest) -> ModuleType:
    """The functions, classes and imports of the snippet that the test file is named after, with the data of `values`.

    A function that uses other objects, such as a model, raises NameError: its test needs the fixture `snippet`.
    """
    root, name = _tested(request)
    _forget_models()
    module, tested = ModuleType(f"snippets.{name}"), snippets_of(root)[name]
    vars(module).update(vars(stored_values(root, name)))
    kept = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)
    body: list[ast.stmt] = [node for node in ast.parse(tested.text).body if isinstance(node, kept)]
    exec(compile(ast.Module(body, []), tested.path, "exec"), vars(module))
    return module


@pytest.fixture(scope="module")
def snippet(request: pytest.FixtureRequest) -> Iterator[ModuleType]:
    """The names of the snippet that the test file is named after; it runs once per test file."""
    with run_snippet(*_tested(request)) as names:
        yield names
