"""End processes with all that they started."""

import contextlib
import ctypes
import multiprocessing
import os
import sys
import threading
from collections.abc import Iterator

import psutil

_PR_SET_CHILD_SUBREAPER = 36  # linux/prctl.h


def kill_tree(pid: int) -> None:
    """Kill a process, what it started, and what these started."""
    with contextlib.suppress(psutil.Error):
        process = psutil.Process(pid)
        for each in [*process.children(recursive=True), process]:
            with contextlib.suppress(psutil.Error):
                each.kill()


@contextlib.contextmanager
def time_limit(seconds: float, pid: int | None = None) -> Iterator[threading.Event]:
    """Kill a process, or all that this one starts meanwhile, after some seconds; yield an event that tells it."""
    before, late = set(psutil.Process().children()), threading.Event()

    def kill() -> None:
        late.set()
        for each in [pid] if pid else [child.pid for child in set(psutil.Process().children()) - before]:
            kill_tree(each)

    timer = threading.Timer(seconds, kill)
    timer.daemon = True
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()


def adopt_orphans() -> None:
    """Keep whatever this process starts below it, where `kill_tree` finds it, also when its parent ends (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def end_with_parent() -> None:
    """Wait until the process that started this one by `multiprocessing` ends, then kill what this one started, and it.

    The parent of the kernels is not that process: the kernels themselves keep it alive.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        kill_tree(os.getpid())
