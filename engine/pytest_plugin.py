"""What the tests of a deck need, as a plugin of pytest: the snippet that a test file is about.

The build ran every snippet, and the slides show that run: its data is what the tests judge. What a snippet defines is
defined anew, which takes no time. A test that asks for more, such as a model to predict with, has it run again.
"""

from __future__ import annotations

import ast
import functools
import gc
import os
import symtable
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType

import pytest

from engine.core.install import store_folder
from engine.snippets.execute import SETTINGS
from engine.snippets.read import Snippet, read_snippets
from engine.snippets.store import Store, store_of

# PYTHONHASHSEED is read when Python starts; the rest when a library is first imported.
os.environ.update(SETTINGS | {"MPLBACKEND": "agg"})

_DEFINITIONS = (ast.FunctionDef, ast.ClassDef)
_IMPORTS = (ast.Import, ast.ImportFrom)


def forget_models() -> None:
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


def waiting(name: str, known: dict[str, object], run: Callable[[dict], object]) -> ModuleType:
    """Return a module that runs its code when it is asked for a name that is not known yet.

    Args:
        name: of the module.
        known: what it holds before, by name.
        run: runs the code in the namespace that it is given, and changes what is known to what came of this run.
    """
    module = ModuleType(name)
    space = vars(module)
    space.update(known)

    def ask(asked: str) -> object:
        if asked.startswith("__"):  # Python and pytest look for such names, and do well without
            raise AttributeError(f"module {name!r} has no attribute {asked!r}")
        del space["__getattr__"]
        run(space)
        return getattr(module, asked)

    space["__getattr__"] = ask
    return module


def define(code: str, file: str, space: dict[str, object]) -> None:
    """Import what a snippet imports, and define its functions and classes, unless they use what is not known.

    Args:
        code: the snippet, Python without a syntax error.
        file: its path, for tracebacks.
        space: what is known by name; imports and definitions are added.
    """
    tree, table = ast.parse(code), symtable.symtable(code, file, "exec")
    nodes = [node for node in tree.body if isinstance(node, _DEFINITIONS + _IMPORTS)]
    defined = {node.name for node in nodes if isinstance(node, _DEFINITIONS)}
    computed = {s.get_name() for s in table.get_symbols() if s.is_assigned() and not s.is_imported()} - defined
    used = set().union(*(_globals(child) for child in table.get_children() if child.get_name() in defined))
    # A default value or a decorator may use what is not known, too.
    if not used & computed - set(space):
        with suppress(NameError):
            exec(compile(ast.Module(nodes, []), file, "exec"), space)


def _globals(table: symtable.SymbolTable) -> set[str]:
    """Return the global names that a function or class uses, in its inner functions too."""
    own = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_global()}
    return own.union(*map(_globals, table.get_children()))


@functools.cache
def results(root: Path) -> tuple[dict[str, Snippet], Store]:
    """Return the snippets of a deck by name, read but not run, and the results that its builds kept."""
    return read_snippets(root / "snippets", root)[0], store_of(root, store_folder(root))


@contextmanager
def names_of(root: Path, name: str) -> Iterator[ModuleType]:
    """Give the names of a snippet as a student has them who ran it in its folder, which is the current one meanwhile.

    Args:
        root: the folder of the deck.
        name: of the snippet.
    """
    snippets, store = results(root)
    path, code = snippets[name].path, snippets[name].text

    def run(space: dict[str, object]) -> None:
        forget_models()
        exec(compile(code, path, "exec"), space)

    before = Path.cwd()
    os.chdir(path.parent)
    try:
        module = waiting(f"snippets.{name}", store.values(snippets[name]), run)
        forget_models()
        define(code, str(path), vars(module))
        yield module
    finally:
        os.chdir(before)
        if "matplotlib.pyplot" in sys.modules:
            sys.modules["matplotlib.pyplot"].close("all")


@pytest.fixture(scope="module")
def snippet(request):
    """The names of the snippet that a test file is named after: ``tests/snippets/test_perda.py`` tests ``perda``."""
    with names_of(request.path.parents[2], request.path.stem.removeprefix("test_")) as names:
        yield names
