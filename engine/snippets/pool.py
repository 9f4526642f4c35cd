"""Run snippets on the cores of this machine, each in its own process.

The processes are forked from one parent, which imports the modules of all snippets: TensorFlow is imported once, and
every snippet starts in a clean process. Where fork is not safe (macOS, Windows), each process imports the modules.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections.abc import Iterable
from concurrent.futures import Future, TimeoutError
from dataclasses import dataclass
from multiprocessing import forkserver
from pathlib import Path
from typing import Any

import nbformat
from pebble import CONSTS, ProcessExpired, ProcessPool

from engine.core.fonts import truetype_fonts
from engine.core.paths import CACHE, ROOT, Paths
from engine.snippets import execute
from engine.snippets.execute import Execution
from engine.snippets.expected import Failure
from engine.snippets.read import Snippet
from engine.snippets.runner import Runner

# Seconds between the pool's checks for ended processes: its default of 0.1 s is longer than a short snippet takes.
CONSTS.sleep_unit = 0.01


@dataclass(frozen=True)
class RunContext:
    """The settings that all runs of snippets share."""

    root: Path  # the folder that contains the package ``engine``
    style: Path  # the matplotlib style of the figures
    fonts: Path  # the folder of the TrueType fonts
    cache: Path  # the folder of the caches of packages

    @classmethod
    def of(cls, paths: Paths) -> RunContext:
        """Return the settings for the snippets of a deck on this machine."""
        return cls(ROOT, paths.style, truetype_fonts(), CACHE)

    @property
    def environ(self) -> dict[str, str]:
        """The environment variables that are set for a snippet's process, in addition to the user's."""
        return execute.SETTINGS | {
            "KERAS_HOME": str(self.cache / "keras"),
            "MPLCONFIGDIR": str(self.cache / "matplotlib"),
            "PYTHONPATH": os.pathsep.join([str(self.root), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep),
            execute.STYLE: str(self.style),
            execute.FONTS: str(self.fonts),
        }


class PoolRunner(Runner):
    """A pool of processes on this machine that run snippets.

    Args:
        context: the settings that all snippets share.
        jobs: number of snippets that run at the same time.
        timeout: seconds after which a snippet is killed.
        modules: the modules that the parent of the processes imports once.
    """

    def __init__(self, context: RunContext, *, jobs: int, timeout: float, modules: Iterable[str]):
        super().__init__()
        self._timeout = timeout
        # Submit a few at a time: the pool iterates over all of its tasks many times a second.
        self.capacity = 2 * jobs
        os.environ |= context.environ
        start = multiprocessing.get_context("forkserver" if sys.platform == "linux" else "spawn")
        if sys.platform == "linux":
            start.set_forkserver_preload(["engine.snippets.preload_first", *sorted(modules), "engine.snippets.preload"])
            _start_parent(context.cache / "parent.log")
        self._pool = ProcessPool(max_workers=jobs, max_tasks=1, context=start)

    def warm_up(self) -> None:
        """Start the parent and the processes; return once the parent has imported its modules."""
        self._pool.active  # noqa: B018 -- reading it starts them

    def __enter__(self) -> PoolRunner:
        self.warm_up()
        return self

    def start(self, snippet: Snippet) -> Future[Any]:
        """Schedule a snippet."""
        lines = {cell.name: cell.line for cell in snippet.cells.values()}
        task = (nbformat.writes(snippet.notebook), str(snippet.path), str(snippet.folder), lines)
        return self._pool.schedule(_timed, task, timeout=self._timeout)

    def outcome(self, future: Future[Any]) -> tuple[Execution, float]:
        """Return the outcome of a finished snippet, and the seconds that it took."""
        try:
            return future.result()
        except TimeoutError:
            message = (
                f"did not end within {self._timeout:g} s and was killed; make it shorter, or pass --timeout SECONDS"
            )
        except ProcessExpired as error:
            message = (
                f"its process was killed or ended itself (exit code {error.exitcode}); out of memory, or os._exit?"
            )
        return Execution(failures=[Failure(message)]), 0.0

    def stop(self) -> None:
        """Kill the running snippets, and start no others."""
        self._pool.stop()
        self._pool.join()
        self.close()

    def __exit__(self, *exception: object) -> None:
        self.stop()


def _start_parent(log: Path) -> None:
    """Start the parent of the snippets' processes with its stderr redirected to a file.

    TensorFlow's C++ code writes to stderr at import, bypassing Python and ignoring TF_CPP_MIN_LOG_LEVEL.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    sys.stderr.flush()
    terminal = os.dup(2)
    try:
        with log.open("wb") as file:
            os.dup2(file.fileno(), 2)
        forkserver.ensure_running()
    finally:
        os.dup2(terminal, 2)
        os.close(terminal)


def _timed(*arguments: Any) -> tuple[Execution, float]:
    start = time.perf_counter()
    return execute.execute(*arguments), time.perf_counter() - start
