"""Make the deck: read, run, render, convert, publish, in this order and in one direction."""

from __future__ import annotations

import shutil
import sys
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import nbformat

from engine import freshness
from engine.browser import find_browser
from engine.deck import Deck, render_deck
from engine.execute import Execution
from engine.fonts import truetype_fonts
from engine.marp import Marp
from engine.pictures import contact_sheet, take_pictures
from engine.pool import Workshop, run_snippets
from engine.problems import ContentError, Problem, did_you_mean
from engine.profile import Profile
from engine.progress import Running
from engine.snippet import Snippet, read_snippets
from engine.store import store_of, write_atomically


@dataclass(frozen=True)
class Options:
    """What the person who builds decides.

    Args:
        out: folder of the deck.
        store: folder of the results.
        formats: of ``html``, ``pdf`` and ``png``.
        jobs: how many snippets run at the same time.
        timeout: seconds that one snippet may take.
        rerun: names of snippets that run even if their result is there.
        explain: whether to say why each snippet ran or not.
        scheduler: address of a Dask scheduler whose workers run the snippets; None for this machine.
        profile: where to note the time that it takes; printed when the person asks.
    """

    out: Path
    store: Path
    formats: list[str]
    jobs: int
    timeout: float
    rerun: list[str]
    explain: bool
    scheduler: str | None = None
    profile: Profile = field(default_factory=Profile)


@dataclass(frozen=True)
class Rendered:
    """A deck before Marp.

    Args:
        deck: see `engine.deck.Deck`.
        snippets: how many there are.
        ran: how many of them ran for it.
    """

    deck: Deck
    snippets: int
    ran: int

    @property
    def summary(self) -> str:
        """What it holds, in a few words."""
        return f"{len(self.deck.slides)} slides, {self.snippets} snippets"


def render(root: Path, options: Options) -> Rendered:
    """Read and run what is needed, and render the parts.

    Args:
        root: the project.
        options: see `Options`.

    Raises:
        ContentError: with every problem of the run.
    """
    with options.profile.stage("read"):
        snippets, problems = read_snippets(root / "snippets", root)
    unknown = [name for name in options.rerun if name not in snippets]
    if unknown:
        raise ContentError(Problem("--rerun", f'no snippet "{name}"{did_you_mean(name, snippets)}') for name in unknown)
    if any("not valid Python" in problem.message for problem in problems):
        raise ContentError(problems)
    results, ran = _results(root, root / ".cache", snippets, options, problems)
    with options.profile.stage("render"):
        deck, wrong = render_deck(root / "slides", root, snippets, results)
    if problems or wrong:
        raise ContentError([*problems, *wrong])
    return Rendered(deck, len(snippets), ran)


def make_deck(root: Path, options: Options) -> str:
    """Build the deck.

    Args:
        root: the project.
        options: see `Options`.

    Returns:
        The closing line.

    Raises:
        ContentError: with every problem of the run; `options.out` is as it was.
        EnvironmentLackError: when the machine lacks something.
    """
    start = time.perf_counter()
    cache = root / ".cache"
    with options.profile.stage("read"):
        inputs = freshness.inputs_digest(root)
        browser = find_browser(root, cache) if {"pdf", "png"} & set(options.formats) else None
    stage = cache / "stage"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    config = root / "slides" / "theme" / "marp.config.mjs"
    with Marp(stage / "deck.md", _marp_formats(options.formats), root, config, browser) as marp:
        rendered = render(root, options)
        after_run = time.perf_counter()
        with options.profile.stage("Marp"):
            files = _convert(rendered.deck, root, cache, options, browser, marp)
    shutil.rmtree(stage)
    after_marp = time.perf_counter()
    with options.profile.stage("write"):
        _publish(files, options.out)
        freshness.record_build(options.store, options.out, options.formats, inputs, list(files), rendered.summary)
    made = [name for name in files if name.startswith("deck.") or name == "contact.png"]
    return (
        f"{rendered.summary} ({rendered.ran} run, {rendered.snippets - rendered.ran} kept)"
        f" in {after_marp - start:.1f} s (snippets {after_run - start:.1f} s, Marp {after_marp - after_run:.1f} s): "
        + ", ".join(_shown(options.out / name, root) for name in made)
    )


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def _results(
    root: Path, cache: Path, snippets: dict[str, Snippet], options: Options, problems: list[Problem]
) -> tuple[dict[str, nbformat.NotebookNode], int]:
    """Return the result of each snippet that has one, from the store or from running it, and how many ran."""
    theme = root / "slides" / "theme"
    store = store_of(root, options.store)
    results, todo = {}, []
    for snippet in snippets.values():
        kept = store.get(snippet)
        reason = "--rerun names it" if snippet.name in options.rerun else kept.reason
        if kept.notebook is None or snippet.name in options.rerun:
            todo.append(snippet)
        else:
            results[snippet.name] = kept.notebook
        if options.explain:
            print(f"{'keep' if snippet.name in results else 'run '} {snippet.name}: {reason}", file=sys.stderr)
    if not todo:
        return results, 0
    times = {}
    fonts = truetype_fonts(root / "node_modules", cache / "fonts")
    workshop = Workshop(root, theme / "figures.mplstyle", fonts, cache)
    with Running(len(todo)) as progress:

        def finished(snippet: Snippet, execution: Execution, seconds: float) -> None:
            lines = snippet.text.splitlines()
            for failure in execution.failures:
                source = lines[failure.line - 1] if failure.line else None
                problems.append(Problem(snippet.file, failure.message, failure.line, source=source))
            options.profile.snippets[snippet.name] = seconds
            if not execution.failures:
                results[snippet.name] = store.put(snippet, execution.notebook, execution.data)
                times[snippet.name] = seconds
            progress.finished(snippet.name, seconds, not execution.failures)

        run = partial(run_snippets, jobs=options.jobs)
        if options.scheduler:
            from engine.cluster import client

            run = partial(client.run_snippets, options.scheduler)
        run(
            todo,
            workshop,
            timeout=options.timeout,
            seconds=store.seconds(),
            finished=finished,
            running=progress.running,
            profile=options.profile,
        )
    store.note_seconds(times)
    return results, len(todo)


def _marp_formats(formats: list[str]) -> list[str]:
    """Return what Marp makes for these formats."""
    return sorted({"html" if name == "png" else name for name in formats})


def _convert(deck: Deck, root: Path, cache: Path, options: Options, browser, marp: Marp) -> dict[str, bytes]:
    """Return every file of the deck, by name, without touching the last good one."""
    stage = cache / "stage"
    files = {"deck.md": deck.markdown.encode(), **deck.images}
    for name, data in files.items():
        write_atomically(stage / name, data)
    made = marp.convert()
    files |= {f"deck.{kind}": data for kind, data in made.items()}
    if "png" in options.formats:
        (stage / "deck.html").write_bytes(made["html"])
        shots = take_pictures(stage / "deck.html", browser, len(deck.slides))
        files |= {f"png/{number:03d}.png": shot for number, shot in enumerate(shots, 1)}
        font = truetype_fonts(root / "node_modules", cache / "fonts") / "IBMPlexSans-SemiBold.ttf"
        files["contact.png"] = contact_sheet(shots, deck.parts, font)
    return files


def _publish(files: dict[str, bytes], out: Path) -> None:
    """Write what differs, and take away pictures that the deck no longer has."""
    for name, data in files.items():
        write_atomically(out / name, data)
    for folder in ("figures", "images", *(["png"] if "contact.png" in files else [])):
        for path in (out / folder).glob("*"):
            if f"{folder}/{path.name}" not in files:
                path.unlink()
