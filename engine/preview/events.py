"""What happens while a deck is watched: events in one queue, taken one at a time."""

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

# What is taken for one save: an editor empties a file, writes it, and renames another over it.
_STEP_MS = 20
_LOOK_MS = 100


@dataclass(frozen=True)
class FilesChanged:
    """Files changed."""

    paths: frozenset[Path]


@dataclass(frozen=True)
class WatchFailed:
    """Files can't be watched, or not any longer."""

    reason: str


@dataclass(frozen=True)
class PoolReady:
    """The parent of the snippets' processes has imported all that it must."""


@dataclass(frozen=True)
class RunFinished:
    """A snippet ran: with what came of it, and the seconds that it took."""

    snippet: Snippet
    execution: Execution
    seconds: float


Event: TypeAlias = FilesChanged | WatchFailed | PoolReady | RunFinished
Events: TypeAlias = "queue.SimpleQueue[Event]"


def watch_files(folders: Iterable[Path], events: Events) -> ExitStack:
    """Put files that change into a queue from now on, until the stack is closed."""
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
    ready.wait()  # what is read from now on can't change unseen
    return stack
