"""The fixtures of a test here are about the snippet after which it is named: ``test_lr`` tests ``erros/lr``."""

import pytest

from engine.pytest_plugin import run_snippet, stored_values
from engine.snippets.expected import ERRORS_FOLDER
from tests.conftest import ROOT


def tested(request) -> str:
    return f"{ERRORS_FOLDER}/{request.node.originalname.removeprefix('test_')}"


@pytest.fixture
def values(request):
    """The data of the run that the slides show, after the cell ``certo``."""
    return stored_values(ROOT, tested(request))


@pytest.fixture
def snippet(request):
    """The names of the snippet, which runs for the test."""
    with run_snippet(ROOT, tested(request)) as names:
        yield names
