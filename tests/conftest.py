"""What every test needs: the plugin of the engine, the project's folder, the browser."""

import os
import signal
from pathlib import Path

import pytest

from engine.core.browser import open_browser

pytest_plugins = ["engine.pytest_plugin"]
# A shell makes what it starts in the background ignore Ctrl-C, nohup a hangup, and so would what tests start.
signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) == signal.SIG_IGN:
    signal.signal(signal.SIGHUP, lambda *_: None)


def pytest_addoption(parser):
    parser.addoption("--every-notebook", action="store_true", help="run every exported notebook, not a few of them")
    parser.addoption("--write-pictures", action="store_true", help="write the pictures of slides in the READMEs anew")


def pytest_xdist_auto_num_workers() -> int:
    """Let one process more than there are cores test: many of them wait for a build or a browser of their own."""
    return os.cpu_count() + 1


ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def context_of_browser(root):
    """The browser that also prints the PDF, opened once."""
    with open_browser(seconds=7200) as context:
        yield context
