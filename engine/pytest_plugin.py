"""A plugin of pytest for the tests of a deck: three fixtures, from the cheapest to the dearest.

``values`` has the data of the run that the slides show: nothing runs. ``functions`` has the functions of the snippet
over this data: only they are defined. ``snippet`` runs the whole snippet once, for the test file: for a model.
"""

from __future__ import annotations

import ast
import functools
import gc
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from engine.core.paths import Paths
from engine.snippets.execute import SETTINGS
from engine.snippets.read import Snippet, read_snippets
from engine.snippets.store import Store


def pytest_configure() -> None:
    """Set what snippets run with, before a library is first imported; PYTHONHASHSEED is read when Python starts."""
    os.environ.update(SETTINGS | {"MPLBACKEND": "agg"})


class Values:
    """The data that the names of a snippet held after the run that the slides show, as attributes.

    Args:
        name: of the snippet.
        values: the data by name.
    """

    def __init__(self, name: str, values: dict[str, Any]):
        vars(self).update(values)
        self._name = name

    def __getattr__(self, asked: str) -> Any:
        message = f'the result of {self._name} has no data named "{asked}"; ask the fixture snippet for what is no data'
        raise AttributeError(message)


@functools.cache
def snippets_of(root: Path) -> dict[str, Snippet]:
    """Return the snippets of a deck by name, read but not run."""
    return read_snippets(root)[0]


def stored_values(root: Path, name: str) -> Values:
    """Return the data of the run that the slides show; the test fails when the deck was not built since a change."""
    values = Store.of(Paths.of(root)).values(snippets_of(root)[name])
    if values is None:
        pytest.fail(f"the store has no result of {name} as it is now; run python3 build.py first", pytrace=False)
    return Values(name, values)


def define_functions(root: Path, name: str) -> ModuleType:
    """Return the functions and classes of a snippet, and what it imports, over the data of `stored_values`.

    A function that uses what is no data, such as a model, raises NameError: its test asks for the whole snippet.
    """
    module = ModuleType(f"snippets.{name}")
    vars(module).update(vars(stored_values(root, name)))
    snippet = snippets_of(root)[name]
    kept = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)
    body: list[ast.stmt] = [node for node in ast.parse(snippet.text).body if isinstance(node, kept)]
    exec(compile(ast.Module(body, []), snippet.path, "exec"), vars(module))
    return module


@contextmanager
def run_snippet(root: Path, name: str) -> Iterator[ModuleType]:
    """Run a snippet as a student does, in its folder, and give its names; cells that declare an error may fail.

    Whether they fail as declared is checked by the build, which keeps no result otherwise.
    """
    snippet = snippets_of(root)[name]
    module = ModuleType(f"snippets.{name}")
    _forget_models()
    before = Path.cwd()
    os.chdir(snippet.path.parent)
    try:
        for cell in snippet.cells.values():
            code = compile("\n" * cell.line + cell.source, snippet.path, "exec") if not cell.declared else cell.source
            with warnings.catch_warnings(), suppress(*[Exception] if cell.declared else []):
                if cell.declared:
                    warnings.simplefilter("ignore")
                exec(code, vars(module))
        yield module
    finally:
        os.chdir(before)
        if "matplotlib.pyplot" in sys.modules:
            sys.modules["matplotlib.pyplot"].close("all")


def _forget_models() -> None:
    """Let Keras forget what earlier snippets of this process made, so that a snippet begins as in a new one."""
    if "keras" in sys.modules:
        _freeze()
        sys.modules["keras"].utils.clear_session()


@functools.cache
def _freeze() -> None:
    """Have the collector leave alone what is there now, which is TensorFlow more than all else.

    Keras has it look for garbage at each `clear_session`: half a second each time, to find nothing in what stays.
    """
    gc.collect()
    gc.freeze()


def _tested(request: pytest.FixtureRequest) -> tuple[Path, str]:
    """Return the deck and the snippet of a test file: ``tests/snippets/test_perda.py`` tests ``perda``."""
    return request.path.parents[2], request.path.stem.removeprefix("test_")


@pytest.fixture(scope="module")
def values(request: pytest.FixtureRequest) -> Values:
    """The data of the snippet that the test file is named after, from the run that the slides show."""
    return stored_values(*_tested(request))


@pytest.fixture(scope="module")
def functions(request: pytest.FixtureRequest) -> ModuleType:
    """The functions of the snippet that the test file is named after, over the data of `values`."""
    _forget_models()
    return define_functions(*_tested(request))


@pytest.fixture(scope="module")
def snippet(request: pytest.FixtureRequest) -> Iterator[ModuleType]:
    """The names of the snippet that the test file is named after; it runs once for the file."""
    with run_snippet(*_tested(request)) as names:
        yield names
