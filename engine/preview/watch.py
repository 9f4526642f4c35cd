"""Watch the sources, and keep the deck on screen as they say.

One loop takes what happens, one thing at a time: files that changed, snippets that ended. So an edit is never lost,
whatever runs meanwhile. A snippet that runs keeps its last good code and result on screen until its new one is there.
"""

from __future__ import annotations

import queue
import sys
import threading
import time
import uuid
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import nbformat
import watchfiles

from engine.core.install import ROOT, theme_folder
from engine.core.problems import ContentError, EnvironmentLackError, Problem
from engine.preview.marp_worker import Renderer
from engine.preview.server import HOST, Server, with_script
from engine.slides.deck import Deck, render_deck
from engine.snippets.pool import Runner, Workshop, imported_modules, workshop_of
from engine.snippets.read import Snippet, read_snippets
from engine.snippets.store import Store, store_of

# What is taken for one save: an editor empties a file, writes it, and renames another over it.
_STEP_MS = 20
_LOOK_MS = 100
_ENGINE = ROOT / "engine"


@dataclass(frozen=True)
class Changed:
    """Files that changed."""

    paths: frozenset[Path]


@dataclass(frozen=True)
class Deaf:
    """Files can't be watched, or not any longer."""

    reason: str


@dataclass(frozen=True)
class Warm:
    """The parent of the snippets' processes has imported all that it must."""


@dataclass(frozen=True)
class Ended:
    """A snippet that ran, or was stopped because it changed again."""

    snippet: Snippet
    future: Future


def watch(root: Path, store: Path, *, jobs: int, timeout: float, port: int, started: Callable[[int], None]) -> None:
    """Serve the deck and keep it up to date, until Ctrl-C or until a file of the engine changed.

    Args:
        root: the folder of the deck.
        store: the folder of results.
        jobs: how many snippets run at the same time.
        timeout: seconds that one snippet may take.
        port: where to serve; 0 for a free one.
        started: called with the port when it is known.

    Raises:
        EnvironmentLackError: when the machine lacks something, or the port is taken.
    """
    theme = theme_folder(root)
    events: queue.SimpleQueue[Changed | Deaf | Warm | Ended] = queue.SimpleQueue()
    with ExitStack() as stack:
        screen = _Screen(root, stack.enter_context(Renderer(root)))
        server = stack.enter_context(Server(port, screen.page, lambda: screen.version))
        screen.server = server
        started(server.port)
        print(f"http://{HOST}:{server.port}/  (Ctrl-C ends)", flush=True)
        stack.enter_context(_watching({root / "slides", root / "snippets", theme, _ENGINE}, events))
        desk = _Desk(root, store_of(root, store), workshop_of(root), jobs, timeout, events)
        stack.callback(desk.stop)
        _read(desk, screen)
        desk.warm_up()
        _show(desk, screen)
        while True:
            batch = [events.get()]
            start = time.perf_counter()
            while not events.empty():
                batch.append(events.get())
            paths = {path for event in batch if isinstance(event, Changed) for path in event.paths}
            for event in batch:
                if isinstance(event, Deaf):
                    raise EnvironmentLackError(f"this machine can't watch files: {event.reason}")
            if any(_needs_new_start(path) for path in paths):
                return
            for event in batch:
                if isinstance(event, Ended):
                    desk.ended(event)
            snippets = {path for path in paths if path.is_relative_to(root / "snippets")}
            if snippets and not _read(desk, screen, data_changed=any(path.suffix != ".py" for path in snippets)):
                continue
            desk.start()
            if any(path.is_relative_to(theme) for path in paths):
                screen.theme_changed(code=any(path.suffix == ".mjs" for path in paths))
            _show(desk, screen, start)


def _needs_new_start(path: Path) -> bool:
    """Say whether a file is part of the processes that run: the engine, or the style that they drew with."""
    return path.suffix == ".mplstyle" or (path.is_relative_to(_ENGINE) and path.suffix in (".py", ".mjs", ".js"))


def _watching(folders: set[Path], events: queue.SimpleQueue) -> ExitStack:
    """Put files that change into a queue from now on, until the stack is closed."""
    stop, ready = threading.Event(), threading.Event()
    there = [folder for folder in folders if folder.is_dir()]

    def run() -> None:
        try:
            changes_of = watchfiles.watch(
                *there, step=_STEP_MS, stop_event=stop, rust_timeout=_LOOK_MS, yield_on_timeout=True
            )
            for changes in changes_of:
                ready.set()
                if changes:
                    events.put(Changed(frozenset(Path(path) for _, path in changes)))
        except OSError as error:
            events.put(Deaf(str(error)))
            ready.set()

    thread = threading.Thread(target=run)
    thread.start()
    stack = ExitStack()
    stack.callback(thread.join)
    stack.callback(stop.set)
    ready.wait()  # what is read from now on can't change unseen
    return stack


class _Desk:
    """The snippets: what each shows now, which run, and what was wrong with those that failed."""

    def __init__(self, root: Path, store: Store, workshop: Workshop, jobs: int, timeout: float, events):
        self._root, self._store, self._workshop, self._events = root, store, workshop, events
        self._jobs, self._timeout = jobs, timeout
        self._runner: Runner | None = None
        self._warming: threading.Thread | None = None
        self._good: dict[str, tuple[Snippet, nbformat.NotebookNode]] = {}
        self._runs: dict[str, tuple[Snippet, Future]] = {}
        self._failed: dict[str, tuple[Snippet, list[Problem]]] = {}
        self._todo: dict[str, Snippet] = {}
        self._snippets: dict[str, Snippet] = {}
        self._wrong: list[Problem] = []

    @property
    def running(self) -> list[str]:
        """Names of the snippets that run or wait for their turn."""
        return sorted({*self._runs, *self._todo})

    @property
    def problems(self) -> list[Problem]:
        """What is wrong in the snippets as they are now."""
        return [*self._wrong, *(problem for _, problems in self._failed.values() for problem in problems)]

    def shown(self) -> tuple[dict[str, Snippet], dict[str, nbformat.NotebookNode]]:
        """Return code and results that belong together: of a snippet that runs, those from before."""
        snippets = {name: self._good[name][0] if name in self._good else s for name, s in self._snippets.items()}
        return snippets, {name: notebook for name, (_, notebook) in self._good.items() if name in snippets}

    def warm_up(self) -> None:
        """Start the parent of the snippets' processes, which imports what they import, without waiting for it."""
        modules = imported_modules(self._snippets.values())
        self._runner = Runner(self._workshop, jobs=self._jobs, timeout=self._timeout, modules=modules)

        def run() -> None:
            self._runner.warm_up()
            self._events.put(Warm())

        self._warming = threading.Thread(target=run)
        self._warming.start()

    def read(self, data_changed: bool = False) -> None:
        """Read the snippets; take the results that the store has, and let the others run.

        Args:
            data_changed: whether a data file changed, so that what failed, or runs, may have read another one.
        """
        self._snippets, self._wrong = read_snippets(self._root / "snippets", self._root)
        for name in self._runs.keys() - self._snippets.keys():
            self._cancel(name)
        unreadable = {problem.file for problem in self._wrong if "not valid Python" in problem.message}
        before = {**self._todo, **{name: snippet for name, (snippet, _) in self._runs.items()}}
        before |= {name: snippet for name, (snippet, _) in self._failed.items()}
        self._failed = {name: failed for name, failed in self._failed.items() if name in self._snippets}
        self._todo = {}
        for name, snippet in self._snippets.items():
            kept = self._store.get(snippet) if snippet.file not in unreadable else None
            if kept and kept.notebook:
                self._good[name] = snippet, kept.notebook
            elif kept and name in before and before[name].text == snippet.text and not data_changed:
                if name not in self._runs and name not in self._failed:
                    self._todo[name] = snippet
                continue
            elif kept:
                self._todo[name] = snippet
            self._failed.pop(name, None)
            self._cancel(name)
        self.start()

    def start(self) -> None:
        """Let run what has to, those that took longest first, once their parent is there."""
        if not self._todo or self._runner is None or self._warming.is_alive():
            return
        seconds = self._store.seconds()
        for snippet in sorted(self._todo.values(), key=lambda s: (-seconds.get(s.name, self._timeout), s.name)):
            future = self._runner.start(snippet)
            self._runs[snippet.name] = snippet, future
            future.add_done_callback(lambda future, snippet=snippet: self._events.put(Ended(snippet, future)))
        self._todo = {}

    def ended(self, event: Ended) -> None:
        """Take the result of a snippet that ran, unless it has changed since."""
        name = event.snippet.name
        if self._runs.get(name, (None, None))[1] is not event.future:
            return
        del self._runs[name]
        try:
            execution, seconds = self._runner.outcome(event.future)
        except CancelledError:
            return
        said = "ran" if not execution.failures else "FAILED"
        print(f"{said} {name} ({seconds:.1f} s)", flush=True)
        if not execution.failures:
            notebook = self._store.put(event.snippet, execution)
            self._store.note_seconds({name: seconds})
            self._good[name] = event.snippet, notebook
            return
        lines = event.snippet.text.splitlines()
        self._failed[name] = (
            event.snippet,
            [
                Problem(event.snippet.file, f.message, f.line, source=lines[f.line - 1] if f.line else None)
                for f in execution.failures
            ],
        )

    def stop(self) -> None:
        """Kill what runs."""
        if self._runner:
            self._warming.join()
            self._runner.stop()

    def _cancel(self, name: str) -> None:
        run = self._runs.pop(name, None)
        if run:
            run[1].cancel()


class _Screen:
    """What the browser shows: the last good deck, and what is wrong since then.

    Args:
        root: the project.
        renderer: Marp.
    """

    def __init__(self, root: Path, renderer: Renderer):
        self.server: Server | None = None
        self._root, self._renderer = root, renderer
        self._lock = threading.Lock()  # a page and its version belong together
        self._process, self._count = uuid.uuid4().hex[:8], 0
        self._deck: Deck | None = None
        self._html, self._html_count = "", 0
        self._lines: dict[str, list[str]] = {}
        self._edited: int | None = None
        self._whole = True
        self._said = ""

    @property
    def version(self) -> str:
        """What is on screen, by a name that no other version has."""
        return f"{self._process}.{self._count}"

    def page(self) -> bytes:
        """Return the page as it is now."""
        with self._lock:
            if self._deck and self._html_count != self._count:
                try:
                    self._html, self._html_count = self._renderer.page(self._deck), self._count
                except ContentError:
                    self._whole = True  # the theme is broken at this moment: the last good page, and the problem on it
            return with_script(self._html, self.version)

    def theme_changed(self, code: bool) -> None:
        """Take the theme anew at the next deck; `code` says that Marp's engine is part of what changed."""
        self._whole = True
        if code:
            self._renderer.restart()

    def show(self, deck: Deck) -> tuple[str, int | None]:
        """Put a good deck on screen; return in a few words what happened, and the number of the slide to look at."""
        with self._lock:
            go = self._edited
            before = self.version
            if self._whole:
                html = self._renderer.page(deck)
                same, change = html == self._html, None
            else:
                change = self._renderer.change(deck)
                same = not (change.whole or change.slides)
            self._deck, self._whole, self._edited = deck, False, None
            if same:
                if go:
                    self.server.publish("slides", {"from": before, "version": before, "slides": [], "go": go})
                return "nothing to show", go
            self._count += 1
            if change is None:
                self._html, self._html_count = html, self._count
            if change is None or change.whole:
                self.server.publish("page", {"version": self.version, "go": go})
                return "page", go
            go = go or change.slides[0]["number"]
            told = {"from": before, "version": self.version, "slides": change.slides, "go": go}
            self.server.publish("slides", told)
            return "slide", go

    def edited(self, deck: Deck) -> None:
        """Note which slide the author has just changed, good or not."""
        for part in deck.parts:
            before = self._lines.get(part.file)
            if before is not None and before != part.lines:
                same = next((i for i, (a, b) in enumerate(zip(before, part.lines, strict=False)) if a != b), None)
                line = len(part.lines) if same is None else same + 1
                self._edited = part.at(line).number
        self._lines = {part.file: part.lines for part in deck.parts}

    def problem(self, text: str) -> None:
        """Show what is wrong, over the last good deck and in the terminal; an empty text takes it away."""
        if text == self._said:
            return
        if text:
            print(f"\n{text}\n\nthe deck on screen is as it was", file=sys.stderr, flush=True)
        elif self._said:
            print("mended", flush=True)
        self._said = text
        self.server.publish("problem", {"text": text}, standing=True)


def _read(desk: _Desk, screen: _Screen, data_changed: bool = False) -> bool:
    """Read the snippets, or say why they can't be read: such a file is just being written, or is no text."""
    try:
        desk.read(data_changed)
    except (OSError, ValueError) as error:
        screen.problem(f"a snippet can't be read: {error}")
        return False
    return True


def _show(desk: _Desk, screen: _Screen, start: float | None = None) -> None:
    """Render the deck with what there is, and put it or its problems on screen."""
    screen.server.publish("running", {"names": desk.running}, standing=True)
    snippets, results = desk.shown()
    try:
        deck, wrong = render_deck(screen._root / "slides", screen._root, snippets, results)
        screen.edited(deck)
        waiting = [problem for problem in wrong if any(_about(problem, name) for name in desk.running)]
        if desk.problems or len(wrong) > len(waiting):
            raise ContentError([*desk.problems, *(problem for problem in wrong if problem not in waiting)])
        if waiting:  # a snippet that runs may yet mend it
            return
        what, slide = screen.show(deck)
    except ContentError as error:
        screen.problem(str(error))
        return
    except (OSError, UnicodeError) as error:
        screen.problem(f"a file can't be read: {error}")
        return
    screen.problem("")
    if start is not None and what != "nothing to show":
        at = f"{deck.slides[slide - 1]}" if slide and slide <= len(deck.slides) else what
        print(f"{at}: on screen ({time.perf_counter() - start:.2f} s)", flush=True)


def _about(problem: Problem, snippet: str) -> bool:
    return problem.file == f"snippets/{snippet}.py" or snippet in problem.message
