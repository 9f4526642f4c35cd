"""What every test needs: the plugin of the engine, the project's folder, the browser."""

import os
import signal
from pathlib import Path

import pytest
from xdist.scheduler import LoadFileScheduling

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


class Scheduling(LoadFileScheduling):
    """One process tests a file, and all files of a folder of `_TOGETHER`."""

    # What imports TensorFlow, which takes as long as thirty of these tests, and what opens the whole deck.
    _TOGETHER = ("tests/snippets/", "tests/deck/")

    def _split_scope(self, nodeid):
        return next((each for each in self._TOGETHER if nodeid.startswith(each)), super()._split_scope(nodeid))


def pytest_xdist_make_scheduler(config, log):
    return Scheduling(config, log) if config.getvalue("dist") == "loadfile" else None


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
