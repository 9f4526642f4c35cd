"""Run many snippets, each in a process of its own, on all cores.

The processes are forked from one parent that has imported what the snippets import, so that TensorFlow is imported
once and every snippet starts clean. Where fork is not safe (macOS, Windows) each process imports for itself.
"""

from __future__ import annotations

import ast
import multiprocessing
import os
import queue
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import TimeoutError
from contextlib import AbstractContextManager, ExitStack, suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing import forkserver
from pathlib import Path

import nbformat
from pebble import CONSTS, ProcessExpired, ProcessFuture, ProcessPool

from engine.core import install
from engine.core.fonts import truetype_fonts
from engine.core.timings import Profile
from engine.snippets import execute
from engine.snippets.execute import Execution, Failure
from engine.snippets.read import Snippet

# How often the pool looks whether a process has ended, to begin the next: its own 0.1 s is longer than a short snippet.
CONSTS.sleep_unit = 0.01


@dataclass(frozen=True)
class Workshop:
    """What every run of a snippet shares.

    Args:
        root: the project, in which the package ``engine`` is.
        style: matplotlib style of the figures.
        fonts: folder of the TrueType fonts.
        cache: a folder for what packages keep between runs.
    """

    root: Path
    style: Path
    fonts: Path
    cache: Path


def workshop_of(root: Path) -> Workshop:
    """Return what the runs of the snippets of a deck share, on this machine."""
    cache = install.ROOT / ".cache"
    fonts = truetype_fonts(install.NODE_MODULES, cache / "fonts")
    return Workshop(root, install.theme_folder(root) / "figures.mplstyle", fonts, cache)


def imported_modules(snippets: Iterable[Snippet]) -> list[str]:
    """Return the modules that the snippets import, so that the parent of the processes can import them once."""
    modules = set()
    for snippet in snippets:
        for node in ast.walk(ast.parse(snippet.text)):
            if isinstance(node, ast.Import):
                modules |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                modules.add(node.module)
    return sorted(modules)


def run_snippets(
    snippets: Iterable[Snippet],
    workshop: Workshop,
    *,
    jobs: int,
    timeout: float,
    seconds: dict[str, float],
    finished: Callable[[Snippet, Execution, float], None],
    running: Callable[[list[str]], None] = lambda names: None,
    profile: Profile | None = None,
) -> None:
    """Run snippets, those that took longest first.

    Args:
        snippets: what to run.
        workshop: what they share.
        jobs: how many run at the same time.
        timeout: seconds after which a snippet is killed.
        seconds: how long each took the last time, by name; one that is missing is taken for long.
        finished: called with the outcome of each, and the seconds that it took, as soon as it is there.
        running: called several times a second with the names of the snippets that run at that moment.
        profile: where the seconds of the import and of the snippets go.
    """
    todo = sorted(snippets, key=lambda s: (-seconds.get(s.name, timeout), s.name))
    if not todo:
        return
    profile = profile or Profile()
    with ExitStack() as stack:
        with profile.stage("import"):
            runner = Runner(workshop, jobs=min(jobs, len(todo)), timeout=timeout, modules=imported_modules(todo))
            stack.enter_context(runner)
            runner.warm_up()
        stack.enter_context(profile.stage("snippets"))
        waiting, futures, ended = iter(todo), {}, queue.SimpleQueue()

        def fill() -> None:
            # A few at a time: the pool looks at all that it has, many times a second.
            for snippet in islice(waiting, 2 * jobs - len(futures)):
                future = runner.start(snippet)
                futures[future] = snippet
                future.add_done_callback(ended.put)

        fill()
        while futures:
            with suppress(queue.Empty):
                future = ended.get(timeout=0.1)
                finished(futures.pop(future), *runner.outcome(future))
                fill()
            running([snippet.name for future, snippet in futures.items() if future.running()])


class Runner(AbstractContextManager):
    """Processes that wait for snippets, as long as this is open; leaving it because of an error kills what runs.

    Args:
        workshop: what all snippets share.
        jobs: how many run at the same time.
        timeout: seconds after which a snippet is killed.
        modules: what the parent of the processes imports, once.
    """

    def __init__(self, workshop: Workshop, *, jobs: int, timeout: float, modules: list[str]):
        self._workshop, self._timeout = workshop, timeout
        os.environ |= settings(workshop)
        context = multiprocessing.get_context("forkserver" if sys.platform == "linux" else "spawn")
        if context.get_start_method() == "forkserver":
            context.set_forkserver_preload(["engine.snippets.preload_first", *modules, "engine.snippets.preload"])
            _start_parent(workshop.cache / "parent.log")
        self._pool = ProcessPool(max_workers=jobs, max_tasks=1, context=context)

    def warm_up(self) -> None:
        """Return when the parent has imported what it must and the processes are there."""
        self._pool.active  # noqa: B018 -- asking starts them

    def start(self, snippet: Snippet) -> ProcessFuture:
        """Let a snippet run when its turn comes; cancelling the future kills it."""
        return self._pool.schedule(_timed, task(snippet, self._workshop), timeout=self._timeout)

    def outcome(self, future: ProcessFuture) -> tuple[Execution, float]:
        """Return what came of a snippet that is done, and the seconds that it took."""
        return _outcome(future, self._timeout)

    def stop(self) -> None:
        """Kill what runs, and let nothing more begin."""
        self._pool.stop()
        self._pool.join()

    def __exit__(self, kind: type | None, *exception) -> None:
        if kind is None:
            self._pool.close()
        else:
            self._pool.stop()
        self._pool.join()


def settings(workshop: Workshop) -> dict[str, str]:
    """Return what the environment of a snippet's process holds beside the user's own."""
    return execute.SETTINGS | {
        "KERAS_HOME": str(workshop.cache / "keras"),
        "MPLCONFIGDIR": str(workshop.cache / "matplotlib"),
        "PYTHONPATH": os.pathsep.join([str(workshop.root), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep),
        "DECK_STYLE": str(workshop.style),
        "DECK_FONTS": str(workshop.fonts),
    }


def task(snippet: Snippet, workshop: Workshop) -> tuple:
    """Return the arguments of `execute.execute` for a snippet."""
    lines = {cell.name: cell.line for cell in snippet.cells.values()}
    source = nbformat.writes(snippet.notebook)
    return source, str(snippet.path), str(snippet.folder), lines, str(workshop.style), str(workshop.fonts)


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


def _timed(*arguments) -> tuple[Execution, float]:
    start = time.perf_counter()
    return execute.execute(*arguments), time.perf_counter() - start


def _outcome(future, timeout: float) -> tuple[Execution, float]:
    try:
        return future.result()
    except TimeoutError:
        message = f"did not end within {timeout:g} s and was killed; make it shorter, or pass --timeout SECONDS"
    except ProcessExpired as error:
        message = f"its process was killed or ended itself (exit code {error.exitcode}); out of memory, or os._exit?"
    return Execution("", failures=[Failure(message)]), 0.0
