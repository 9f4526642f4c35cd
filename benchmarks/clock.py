"""Run a command and measure its time and memory, including all of its child processes."""

from __future__ import annotations

import contextlib
import os
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

_EVERY_SECONDS = 2  # to ask how much memory is shared takes a tenth of a second of CPU


@dataclass(frozen=True)
class Cost:
    """The cost of a command."""

    seconds: float  # wall-clock time
    mebibytes: float  # peak memory of all its processes together; shared memory counts once; 0 when unknown
    output: str  # standard output and standard error


def cost(command: list[str | Path], folder: Path, env: dict[str, str] | None = None) -> Cost:
    """Run a command and wait until it exits.

    Raises:
        RuntimeError: when the command fails.
    """
    most, ended = 0.0, threading.Event()
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command],
        cwd=folder,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )

    def look() -> None:
        nonlocal most
        while not ended.wait(_EVERY_SECONDS):
            most = max(most, _memory(process.pid))

    watcher = threading.Thread(target=look)
    watcher.start()
    output, _ = process.communicate()
    seconds = time.perf_counter() - start
    ended.set()
    watcher.join()
    if process.returncode != 0:
        raise RuntimeError(f"{command[0]} {command[1]} … failed:\n{output[-2000:]}")
    return Cost(seconds, most, output)


def _memory(pid: int) -> float:
    total = 0.0
    with contextlib.suppress(psutil.Error):
        parent = psutil.Process(pid)
        for process in [parent, *parent.children(recursive=True)]:
            with contextlib.suppress(psutil.Error, AttributeError):
                total += process.memory_full_info().pss
    return total / 2**20
