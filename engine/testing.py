"""What the tests of a deck need, as a plugin of pytest: the snippet that a test file is about, run once."""

from __future__ import annotations

import functools
import gc
import importlib.util
import os
import sys
from pathlib import Path

import pytest

from engine.execute import SETTINGS

# PYTHONHASHSEED is read when Python starts; the rest when a library is first imported.
os.environ.update(SETTINGS | {"MPLBACKEND": "agg"})


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


@pytest.fixture(scope="module")
def snippet(request):
    """Run the snippet that a test file is named after, as a student would: from top to bottom, in its folder.

    ``tests/snippets/test_perda.py`` tests ``snippets/perda.py``.
    """
    name = request.path.stem.removeprefix("test_")
    path = request.path.parents[2] / "snippets" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"snippets.{name}", path)
    module = importlib.util.module_from_spec(spec)
    forget_models()
    before = Path.cwd()
    os.chdir(path.parent)
    try:
        spec.loader.exec_module(module)
        yield module
    finally:
        os.chdir(before)
        if "matplotlib.pyplot" in sys.modules:
            sys.modules["matplotlib.pyplot"].close("all")
