"""The snippets of errors, and what is right after the cell ``certo`` of each."""

import contextlib
import os
import warnings
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest

from engine.pytest_plugin import forget_models, results, waiting
from engine.snippets.expected import FOLDER
from engine.snippets.read import Snippet
from tests.conftest import ROOT

SNIPPETS = {
    name.removeprefix(f"{FOLDER}/"): snippet
    for name, snippet in results(ROOT)[0].items()
    if name.startswith(f"{FOLDER}/")
}


def run(snippet: Snippet, space: dict[str, object]) -> None:
    """Run every cell, past those that fail as they declare; a snippet of an error can't be imported, since it raises.

    Whether they fail as declared is judged by the engine, which keeps no result otherwise.

    Args:
        snippet: what to run.
        space: the namespace to run it in.
    """
    import keras

    forget_models()
    keras.utils.enable_interactive_logging()
    before = Path.cwd()
    os.chdir(snippet.path.parent)
    try:
        for cell in snippet.cells.values():
            with warnings.catch_warnings(), contextlib.suppress(Exception if cell.declared else ()):
                warnings.simplefilter("ignore")
                exec(compile(cell.source, f"{snippet.file}:{cell.name}", "exec"), space)
    finally:
        os.chdir(before)


@pytest.fixture
def erro(request) -> ModuleType:
    """The names of the snippet after which the test is named: ``test_lr`` is about ``snippets/erros/lr.py``."""
    snippet = SNIPPETS[request.node.originalname.removeprefix("test_")]
    return waiting(snippet.name, results(ROOT)[1].values(snippet), partial(run, snippet))
