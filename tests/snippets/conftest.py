"""Run the snippet that a test file is about, once, as a student would: from top to bottom, in its folder."""

import importlib
import os
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def snippet(request, root):
    """The module of the snippet after which the test file is named: ``test_perda.py`` tests ``snippets/perda.py``."""
    import keras
    import matplotlib.pyplot as plt

    keras.utils.clear_session()
    before = Path.cwd()
    os.chdir(root / "snippets")
    try:
        yield importlib.import_module(f"snippets.{request.path.stem.removeprefix('test_')}")
    finally:
        os.chdir(before)
        plt.close("all")
