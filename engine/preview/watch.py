"""Watch the sources, and keep the deck on screen up to date.

One loop handles all events, in one queue: changed files, finished snippets. So no edit is lost while snippets run. The
code and the result of a snippet's last good run stay on screen until its new result is ready.
"""

import queue
import signal
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import watchfiles

from engine.core.files import is_of_tool
from engine.core.paths import ROOT, Paths
from engine.core.problems import ContentError, SetupError
from engine.preview.runs import Events, RunQueue
from engine.preview.screen import Screen
from engine.preview.server import HOST
from engine.slides.render import render_deck

_ENGINE = ROOT / "engine"
# Changes within this time count as one save: an editor truncates a file, writes it, and renames another over it.
_STEP_MS = 20
_POLL_MS = 100


def watch(paths: Paths, *, jobs: int, timeout: float, port: int) -> int:
    """Serve the deck and keep it up to date until Ctrl-C, or until a file of the engine or the style changes.

    Return the port of the server. Raise `SetupError` when the machine lacks something.
    """
    events: Events = queue.SimpleQueue()

    def interrupt(*_signal: object) -> None:
        events.put(KeyboardInterrupt())  # raised in a callback of the garbage collector, it is printed and ignored
        raise KeyboardInterrupt

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, interrupt)
    with ExitStack() as stack:
        screen = stack.enter_context(Screen(paths, port))
        print(f"http://{HOST}:{screen.server.server_port}/  (Ctrl-C ends)", flush=True)
        stack.enter_context(_watch_files({paths.slides, paths.snippets, paths.theme, _ENGINE}, events))
        runs = RunQueue(paths, jobs, timeout, events)
        stack.callback(runs.stop)
        _read(runs, screen)
        runs.warm_up()
        _show(paths, runs, screen)
        while True:
            first, start = events.get(), time.perf_counter()
            changed: set[Path] = set()
            for event in (first, *(events.get() for _ in range(events.qsize()))):
                if isinstance(event, KeyboardInterrupt):
                    raise event
                if isinstance(event, Exception):
                    raise SetupError(f"this machine can't watch files: {event}")
                if isinstance(event, frozenset):
                    changed |= event
                elif event is not None:
                    runs.take(*event)
            if any(_needs_new_start(path) for path in changed):
                return screen.server.server_port
            if any(path.is_relative_to(paths.theme) for path in changed):
                screen.theme_changed(code=any(path.suffix == ".mjs" for path in changed))
            below = {path for path in changed if path.is_relative_to(paths.snippets)}
            snippets = {path for path in below if not is_of_tool(path.relative_to(paths.snippets))}
            if snippets and not _read(runs, screen, data_changed=any(path.suffix != ".py" for path in snippets)):
                continue
            runs.start()
            _show(paths, runs, screen, start)


@contextmanager
def _watch_files(folders: Iterable[Path], events: Events) -> Iterator[None]:
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


def _needs_new_start(path: Path) -> bool:
    """Return whether running processes have loaded a file: one of the engine, or the style of the figures."""
    return path.suffix == ".mplstyle" or (path.is_relative_to(_ENGINE) and path.suffix in (".py", ".mjs", ".js"))


def _read(runs: RunQueue, screen: Screen, data_changed: bool = False) -> bool:
    """Read the snippets, or show why they can't be read: a file is still being written, or is not text."""
    try:
        runs.read(data_changed)
    except (OSError, ValueError) as error:
        screen.show_problem(f"a snippet can't be read: {error}")
        return False
    return True


def _show(paths: Paths, runs: RunQueue, screen: Screen, start: float | None = None) -> None:
    """Render the deck with the available results, and show it or its problems."""
    screen.server.publish("running", {"names": runs.running}, retain=True)
    try:
        deck = render_deck(paths.root, *runs.shown())
        screen.note_edit(deck)
        # A running snippet may still fix its own problems.
        told = [problem for problem in deck.problems if problem.snippet not in runs.running]
        if runs.problems or told:
            raise ContentError([*runs.problems, *told])
        if deck.problems:
            return
        what, slide = screen.show(deck)
    except ContentError as error:
        screen.show_problem(str(error))
        return
    except (OSError, UnicodeError) as error:
        screen.show_problem(f"a file can't be read: {error}")
        return
    screen.show_problem("")
    if start is not None and what != "nothing to show":
        at = f"{deck.slides[slide - 1]}" if slide and slide <= len(deck.slides) else what
        print(f"{at}: on screen ({time.perf_counter() - start:.2f} s)", flush=True)
