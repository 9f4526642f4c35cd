"""What every test needs: the settings that the engine runs snippets with, set before TensorFlow is imported."""

import os
from pathlib import Path

import pytest

from engine.execute import SETTINGS

# PYTHONHASHSEED is read when Python starts; the rest when a library is first imported.
os.environ.update(SETTINGS | {"MPLBACKEND": "agg"})

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT
