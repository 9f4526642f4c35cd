"""Run a snippet of an error cell by cell, as the engine does: it can't be imported, since it raises."""

import linecache
import os
import warnings
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pytest

from engine.failures import RIGHT, judge, judge_right, one_line
from engine.snippet import read_snippets
from engine.testing import forget_models
from tests.conftest import ROOT

SNIPPETS = {
    name.removeprefix("erros/"): snippet
    for name, snippet in read_snippets(ROOT / "snippets", ROOT)[0].items()
    if name.startswith("erros/")
}
# Keras and h5py with NumPy 2: their own conversions, as in pyproject.toml.
THEIR_OWN = "__array__ implementation doesn't accept a copy keyword"


@cache
def run(name: str) -> SimpleNamespace:
    """Run every cell; return the names after the last, with what the cells declared and what came of it.

    ``verdicts`` has None for each declaration that came true; ``warned`` is what the cell ``certo`` warned of.
    """
    import keras

    forget_models()
    keras.utils.enable_interactive_logging()
    snippet = SNIPPETS[name]
    space, verdicts, declared, at_right = {"__name__": "__main__"}, [], [], []
    before = Path.cwd()
    os.chdir(snippet.path.parent)
    try:
        for cell in snippet.cells.values():
            error, file = None, f"{snippet.file}:{cell.name}"
            linecache.cache[file] = (len(cell.source), None, cell.source.splitlines(True), file)
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                try:
                    exec(compile(cell.source, file, "exec"), space)
                except Exception as raised:
                    if cell.declared is None:
                        raise
                    error = raised
            warned = "".join(one_line(w.message, w.category) for w in caught if THEIR_OWN not in str(w.message))

            def evaluate(expression):
                return eval(expression, space)

            if cell.declared:
                declared.append(cell.declared)
                verdicts.append(judge(cell.name, cell.declared, error, warned, evaluate))
            elif cell.name == RIGHT:
                verdicts.append(judge_right(declared, evaluate))
                at_right.append(warned)
    finally:
        os.chdir(before)
    return SimpleNamespace(**space, verdicts=verdicts, declared=declared, warned="".join(at_right))


@pytest.fixture
def erro(request) -> SimpleNamespace:
    """What came of the snippet after which the test is named: ``test_lr`` is about ``snippets/erros/lr.py``."""
    return run(request.node.originalname.removeprefix("test_"))
