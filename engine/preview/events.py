"""The events of a watched deck, in one queue that one loop reads."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import watchfiles

from engine.snippets.execute import Execution
from engine.snippets.read import Snippet

# Changes closer than this are one save: an editor may truncate a file, write it, and rename another one over it.
_STEP_MS = 20
_LOOK_MS = 100


@dataclass(frozen=True)
class FilesChanged:
    """Files changed."""

    paths: frozenset[Path]


@dataclass(frozen=True)
class WatchFailed:
    """Watching files failed."""

    reason: str


@dataclass(frozen=True)
class PoolReady:
    """The parent of the snippets' processes has imported its modules."""


@dataclass(frozen=True)
class RunFinished:
    """A snippet finished, with its outcome and the seconds that it took."""

    snippet: Snippet
    execution: Execution
    seconds: float


Event: TypeAlias = FilesChanged | WatchFailed | PoolReady | RunFinished
Events: TypeAlias = "queue.SimpleQueue[Event]"


def watch_files(folders: Iterable[Path], events: Events) -> ExitStack:
    """Watch folders in a thread, and put changed files into a queue, until the returned stack is closed."""
    stop, ready = threading.Event(), threading.Event()
    existing = [folder for folder in folders if folder.is_dir()]

    def run() -> None:
        try:
            for changes in watchfiles.watch(
                *existing, step=_STEP_MS, rust_timeout=_LOOK_MS, stop_event=stop, yield_on_timeout=True
            ):
                ready.set()
                if changes:
                    events.put(FilesChanged(frozenset(Path(path) for _, path in changes)))
        except OSError as error:
            events.put(WatchFailed(str(error)))
            ready.set()

    thread = threading.Thread(target=run)
    thread.start()
    stack = ExitStack()
    stack.callback(thread.join)
    stack.callback(stop.set)
    ready.wait()  # from here on, no change of a file is missed
    return stack
