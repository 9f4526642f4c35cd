"""Make the deck: read, run, render, convert, publish, in this order and in one direction."""

from __future__ import annotations

import shutil
import sys
import time
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import nbformat

from engine import output
from engine.core import install
from engine.core.browser import Browser, find_browser
from engine.core.fonts import truetype_fonts
from engine.core.install import theme_folder
from engine.core.problems import ContentError, Problem, did_you_mean
from engine.core.progress import Running
from engine.core.timings import Profile
from engine.formats.handout import make_handout, notes_document, notes_of
from engine.formats.marp import Marp, spelt_outline
from engine.formats.notebooks import Material, export_notebooks
from engine.formats.pictures import contact_sheet, take_pictures
from engine.formats.site import make_site
from engine.slides.deck import Deck, render_deck
from engine.slides.links import NOTEBOOKS
from engine.slides.parts import read_course, slide_titles
from engine.snippets import expected
from engine.snippets.execute import Execution
from engine.snippets.expected import Tally
from engine.snippets.pool import run_snippets, workshop_of
from engine.snippets.read import Snippet, read_snippets
from engine.snippets.store import Store, store_of, write_atomically


@dataclass(frozen=True)
class Options:
    """What the person who builds decides.

    Args:
        out: folder of the deck.
        store: folder of the results.
        formats: of ``html``, ``pdf``, ``png``, ``pptx``, ``notebooks``, ``handout`` and ``site``.
        jobs: how many snippets run at the same time.
        timeout: seconds that one snippet may take.
        rerun: names of snippets that run even if their result is there.
        anew: whether to make every format again, even one that would not change.
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
    anew: bool = False
    scheduler: str | None = None
    profile: Profile = field(default_factory=Profile)


@dataclass(frozen=True)
class Rendered:
    """A deck before Marp.

    Args:
        deck: see `engine.slides.deck.Deck`.
        material: what its notebooks are made from.
        ran: how many snippets ran for it.
        errors: what became of the cells that must fail.
    """

    deck: Deck
    material: Material
    ran: int
    errors: Tally

    @property
    def summary(self) -> str:
        """What it holds, in a few words."""
        errors = f", {self.errors}" if self.errors.expected else ""
        return f"{len(self.deck.slides)} slides, {len(self.material.snippets)} snippets{errors}"


def render(root: Path, options: Options) -> Rendered:
    """Read and run what is needed, and render the parts.

    Args:
        root: the folder of the deck, with ``slides`` and ``snippets``.
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
    store = store_of(root, options.store)
    results, ran = _results(root, store, snippets, options, problems)
    with options.profile.stage("render"):
        deck, wrong = render_deck(root / "slides", root, snippets, results)
    if problems or wrong:
        raise ContentError([*problems, *wrong])
    material = Material(
        deck=deck,
        course=read_course(root / "slides"),
        results=results,
        snippets=snippets,
        data={name: store.data(snippet) for name, snippet in snippets.items()},
        lock=install.PYTHON_LOCK.read_text("utf-8"),
        style=(theme_folder(root) / "figures.mplstyle").read_text("utf-8"),
    )
    return Rendered(deck, material, ran, expected.tally(results.values()))


def make_deck(root: Path, options: Options) -> str:
    """Build the deck.

    Args:
        root: the folder of the deck, with ``slides`` and ``snippets``.
        options: see `Options`.

    Returns:
        The closing line.

    Raises:
        ContentError: with every problem of the run; `options.out` is as it was.
        EnvironmentLackError: when the machine lacks something.
    """
    start = time.perf_counter()
    home, stage = install.ROOT, root / ".cache" / "stage"
    with options.profile.stage("read"):
        inputs, commit = output.inputs_digest(root, home), output.last_commit(root)
        kept = output.Kept() if options.anew else output.kept_build(root, options.store, options.out, home)
        browser = find_browser(home, home / ".cache") if set(options.formats) - {"html", "notebooks"} else None
    todo = [name for name in options.formats if name not in kept.formats]
    files = {name: (options.out / name).read_bytes() for name in kept.files}
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    config = theme_folder(root) / "marp.config.mjs"
    with Marp(stage / "deck.md", _marp_kinds(todo, kept.formats), home, config, browser) as marp:
        rendered = render(root, options)
        after_run = time.perf_counter()
        lost = bool(kept.formats and rendered.ran)
        with options.profile.stage("Marp"):
            made = {} if lost else _convert(rendered, stage, todo, files, browser, marp, commit)
    shutil.rmtree(stage)
    if lost:  # a result was gone, and what was made from it need not be what it gives now
        return make_deck(root, replace(options, anew=True, rerun=[], explain=False))
    after_marp = time.perf_counter()
    with options.profile.stage("write"):
        files |= made
        _publish(files, options.out)
        summary, formats = rendered.summary, sorted({*todo, *kept.formats})
        output.record_build(options.store, options.out, formats, inputs, list(files), summary, commit)
    told = [_shown(options.out / name, root) for name in made if "/" not in name]
    return (
        f"{rendered.summary} ({rendered.ran} run, {len(rendered.material.snippets) - rendered.ran} kept)"
        f" in {after_marp - start:.1f} s (snippets {after_run - start:.1f} s, Marp {after_marp - after_run:.1f} s): "
        + ", ".join(told)
    )


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def _results(
    root: Path, store: Store, snippets: dict[str, Snippet], options: Options, problems: list[Problem]
) -> tuple[dict[str, nbformat.NotebookNode], int]:
    """Return the result of each snippet that has one, from the store or from running it, and how many ran."""
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
    times, broken = {}, Tally()
    workshop = workshop_of(root)
    with Running(len(todo)) as progress:

        def finished(snippet: Snippet, execution: Execution, seconds: float) -> None:
            lines = snippet.text.splitlines()
            for failure in execution.failures:
                source = lines[failure.line - 1] if failure.line else None
                problems.append(Problem(snippet.file, failure.message, failure.line, source=source))
                broken.passed += failure.passed
                broken.failed += not failure.passed
            options.profile.snippets[snippet.name] = seconds
            if not execution.failures:
                results[snippet.name] = store.put(snippet, execution)
                times[snippet.name] = seconds
            progress.finished(snippet.name, seconds, not execution.failures)

        run = partial(run_snippets, jobs=options.jobs)
        if options.scheduler:
            from engine.snippets.cluster import client

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
    if broken.failed or broken.passed:
        broken.expected = expected.tally(results.values()).expected
        print(f"errors: {broken}", file=sys.stderr)
    return results, len(todo)


def _convert(
    rendered: Rendered,
    stage: Path,
    formats: list[str],
    there: dict[str, bytes],
    browser: Browser | None,
    marp: Marp,
    commit: tuple[str, str],
) -> dict[str, bytes]:
    """Return every file of these formats, by name, without touching the last good ones.

    Args:
        rendered: the deck before Marp.
        stage: where marp-cli finds the deck and leaves what it makes of it.
        formats: what is missing.
        there: the files that need not be made again, by name.
        browser: what prints and takes pictures; None when no format needs it.
        marp: makes what these formats need of it.
        commit: see `output.last_commit`.
    """
    deck, course = rendered.deck, rendered.material.course
    files = {"deck.md": deck.markdown.encode(), **deck.images}
    for name, data in files.items():
        write_atomically(stage / name, data)
    made = marp.convert()
    if "pdf" in made:
        made["pdf"] = spelt_outline(made["pdf"], slide_titles(deck.markdown))
    files |= {f"deck.{kind}": made[kind] for kind in ("html", "pdf", "pptx") if kind in made}
    html = files.get("deck.html") or there.get("deck.html", b"")
    (stage / "deck.html").write_bytes(html)
    if "notebooks" in formats:
        files |= export_notebooks(rendered.material)
    if "handout" in formats:
        notes = notes_of(html.decode())
        files["notas.md"] = notes_document(deck, course, notes).encode()
        files["apostila.pdf"] = make_handout(stage / "deck.bare.html", deck, course, notes, browser)
    if "png" in formats:
        shots = take_pictures(stage / "deck.html", browser, range(1, len(deck.slides) + 1))
        files |= {f"png/{number:03d}.png": shot for number, shot in enumerate(shots, 1)}
        fonts = truetype_fonts(install.NODE_MODULES, install.ROOT / ".cache" / "fonts")
        files["contact.png"] = contact_sheet(shots, deck.parts, fonts / "IBMPlexSans-SemiBold.ttf")
    if "site" in formats:
        files["index.html"] = make_site(stage / "deck.html", rendered.material, there | files, commit, browser)
    return files


def _marp_kinds(formats: list[str], there: frozenset[str]) -> list[str]:
    """Return what Marp makes for these formats, when others are there already."""
    kinds = {kind for kind in ("html", "pdf", "pptx") if kind in formats}
    if {"png", "site", "handout"} & set(formats) and "html" not in there:
        kinds.add("html")
    if "handout" in formats:
        kinds.add("bare.html")
    return sorted(kinds)


def _publish(files: dict[str, bytes], out: Path) -> None:
    """Write what differs, and take away pictures that the deck no longer has."""
    for name, data in files.items():
        write_atomically(out / name, data)
    kept = [*(["png"] if "contact.png" in files else []), *([NOTEBOOKS] if f"{NOTEBOOKS}.zip" in files else [])]
    for folder in ("figures", "images", *kept):
        for path in sorted((out / folder).rglob("*"), reverse=True):
            if path.is_file() and path.relative_to(out).as_posix() not in files:
                path.unlink()
            elif path.is_dir() and not any(path.iterdir()):
                path.rmdir()
