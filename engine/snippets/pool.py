"""Run snippets on the cores of this machine, each in a process of its own.

The processes are forked from one parent that has imported what the snippets import, so that TensorFlow is imported
once and every snippet starts clean. Where fork is not safe (macOS, Windows) each process imports for itself.
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

# How often the pool looks whether a process has ended, to begin the next: its own 0.1 s is longer than a short snippet.
CONSTS.sleep_unit = 0.01


@dataclass(frozen=True)
class RunContext:
    """What every run of a snippet shares."""

    root: Path  # the project, in which the package ``engine`` is
    style: Path  # matplotlib style of the figures
    fonts: Path  # folder of the TrueType fonts
    cache: Path  # a folder for what packages keep between runs

    @classmethod
    def of(cls, paths: Paths) -> RunContext:
        """Return what the runs of a deck's snippets share on this machine."""
        return cls(ROOT, paths.style, truetype_fonts(), CACHE)

    @property
    def environ(self) -> dict[str, str]:
        """What the environment of a snippet's process holds beside the user's own."""
        return execute.SETTINGS | {
            "KERAS_HOME": str(self.cache / "keras"),
            "MPLCONFIGDIR": str(self.cache / "matplotlib"),
            "PYTHONPATH": os.pathsep.join([str(self.root), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep),
            execute.STYLE: str(self.style),
            execute.FONTS: str(self.fonts),
        }


class PoolRunner(Runner):
    """Processes of this machine that wait for snippets.

    Args:
        context: what all snippets share.
        jobs: how many run at the same time.
        timeout: seconds after which a snippet is killed.
        modules: what the parent of the processes imports, once.
    """

    def __init__(self, context: RunContext, *, jobs: int, timeout: float, modules: Iterable[str]):
        super().__init__()
        self._timeout = timeout
        # A few at a time: the pool looks at all that it has, many times a second.
        self.capacity = 2 * jobs
        os.environ |= context.environ
        start = multiprocessing.get_context("forkserver" if sys.platform == "linux" else "spawn")
        if sys.platform == "linux":
            start.set_forkserver_preload(["engine.snippets.preload_first", *sorted(modules), "engine.snippets.preload"])
            _start_parent(context.cache / "parent.log")
        self._pool = ProcessPool(max_workers=jobs, max_tasks=1, context=start)

    def warm_up(self) -> None:
        """Return when the parent has imported what it must and the processes are there."""
        self._pool.active  # noqa: B018 -- asking starts them

    def __enter__(self) -> PoolRunner:
        self.warm_up()
        return self

    def start(self, snippet: Snippet) -> Future[Any]:
        """Let a snippet run when its turn comes."""
        lines = {cell.name: cell.line for cell in snippet.cells.values()}
        task = (nbformat.writes(snippet.notebook), str(snippet.path), str(snippet.folder), lines)
        return self._pool.schedule(_timed, task, timeout=self._timeout)

    def outcome(self, future: Future[Any]) -> tuple[Execution, float]:
        """Return what came of a snippet that is done, and the seconds that it took."""
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
        """Kill what runs, and let nothing more begin."""
        self._pool.stop()
        self._pool.join()
        self.close()

    def __exit__(self, *exception: object) -> None:
        self.stop()


def _start_parent(log: Path) -> None:
    """Start the parent of the snippets' processes with its stderr in a file.

    TensorFlow's C++ code writes to it at import, past Python and in spite of TF_CPP_MIN_LOG_LEVEL.
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
