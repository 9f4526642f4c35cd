"""The events of the preview, in one queue.

An event is a set of changed files, the outcome of a snippet, the error that ended the watching of files, Ctrl-C, or
None: the pool is ready.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

import watchfiles

from engine.snippets.runner import Run

Event: TypeAlias = frozenset[Path] | Run | Exception | KeyboardInterrupt | None
Events: TypeAlias = "queue.SimpleQueue[Event]"
# Changes within this time count as one save: an editor truncates a file, writes it, and renames another over it.
_STEP_MS = 20
_POLL_MS = 100


@contextmanager
def watch_files(folders: Iterable[Path], events: Events) -> Iterator[None]:
    """Put changed files into a queue while the context is open."""
    stop, ready = threading.Event(), threading.Event()
    existing = [folder for folder in folders if folder.is_dir()]

    def run() -> None:
        try:
            for changes in watchfiles.watch(
                *existing, step=_STEP_MS, rust_timeout=_POLL_MS, stop_event=stop, yield_on_timeout=True
            ):
                ready.set()
                if changes:
                    events.put(frozenset(Path(path) for _, path in changes))
        except Exception as error:  # of any kind: nobody waits for a thread that is gone
            events.put(error)
            ready.set()

    thread = threading.Thread(target=run)
    try:  # Ctrl-C may come at any moment
        thread.start()
        ready.wait()  # no change after this line is missed
        yield
    finally:
        stop.set()
        if thread.ident:
            thread.join()
