"""Watch the sources, and keep the deck on screen up to date.

One loop handles all events, in one queue: changed files, finished snippets. So no edit is lost while snippets run. The
code and the result of a snippet's last good run stay on screen until its new result is ready.
"""

import asyncio
import signal
import time
from collections.abc import Iterable
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from typing import Any

import watchfiles

from engine.core.files import is_of_tool
from engine.core.paths import ROOT, Paths
from engine.core.problems import ContentError, SetupError
from engine.preview.runs import Event, RunQueue
from engine.preview.screen import Screen
from engine.preview.server import HOST
from engine.slides.render import render_deck

_ENGINE = ROOT / "engine"
# Changes within this time count as one save: an editor truncates a file, writes it, and renames another over it.
_STEP_MS = 20


def watch(paths: Paths, *, jobs: int, timeout: float, port: int) -> int:
    """Serve the deck and keep it up to date until Ctrl-C, or until a file of the engine or the style changes.

    Return the port of the server. Raise `SetupError` when the machine lacks something.
    """
    try:
        return asyncio.run(_watch(paths, jobs, timeout, port))
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None


async def _watch(paths: Paths, jobs: int, timeout: float, port: int) -> int:
    events, loop = asyncio.Queue[Event](), asyncio.get_running_loop()
    task: Any = asyncio.current_task()
    with suppress(NotImplementedError, AttributeError):  # on Windows
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, task.cancel)
    async with AsyncExitStack() as stack:
        screen = stack.enter_context(Screen(paths, port))
        stack.push_async_callback(screen.server.stop)
        print(f"http://{HOST}:{screen.server.port}/  (Ctrl-C ends)", flush=True)
        watching = asyncio.create_task(_watch_files({paths.slides, paths.snippets, paths.theme, _ENGINE}, events))
        stack.callback(watching.cancel)
        await asyncio.sleep(0)  # it has begun: no change after this line is missed
        runs = RunQueue(paths, jobs, timeout, lambda run: loop.call_soon_threadsafe(events.put_nowait, run))
        stack.callback(runs.stop)
        _read(runs, screen)
        await _show(paths, runs, screen)
        while True:
            first, start = await events.get(), time.perf_counter()
            changed: set[Path] = set()
            for event in (first, *(events.get_nowait() for _ in range(events.qsize()))):
                if isinstance(event, Exception):
                    raise SetupError(f"this machine can't watch files: {event}")
                elif isinstance(event, frozenset):
                    changed |= event
                else:
                    runs.take(*event)
            if any(_needs_new_start(path) for path in changed):
                return screen.server.port
            if any(path.is_relative_to(paths.theme) for path in changed):
                screen.theme_changed(code=any(path.suffix == ".mjs" for path in changed))
            below = {path for path in changed if path.is_relative_to(paths.snippets)}
            snippets = {path for path in below if not is_of_tool(path.relative_to(paths.snippets))}
            if snippets and not _read(runs, screen, data_changed=any(path.suffix != ".py" for path in snippets)):
                continue
            await _show(paths, runs, screen, start)


async def _watch_files(folders: Iterable[Path], events: asyncio.Queue[Event]) -> None:
    """Put changed files into a queue, and the error that ends it."""
    try:
        async for changes in watchfiles.awatch(*filter(Path.is_dir, folders), step=_STEP_MS):
            events.put_nowait(frozenset(Path(path) for _, path in changes))
    except Exception as error:  # of any kind: nobody waits for a task that is gone
        events.put_nowait(error)


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


async def _show(paths: Paths, runs: RunQueue, screen: Screen, start: float | None = None) -> None:
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
        what, slide = await asyncio.to_thread(screen.show, deck)
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
