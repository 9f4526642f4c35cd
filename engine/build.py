"""Build a deck: a list of stages that run in order."""

import os
import sys
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import nbformat
from rich import progress
from rich.console import Console

from engine import output
from engine.core.browser import find_browser
from engine.core.files import temporary_folder
from engine.core.paths import Paths
from engine.core.problems import ContentError, Problem, did_you_mean
from engine.core.timings import Timings
from engine.formats import FORMATS, NAMES
from engine.formats.context import FormatContext, convert
from engine.formats.cuts import make_cut, taken_names
from engine.formats.marp import MarpProcess
from engine.slides.course import Course
from engine.slides.deck import Deck
from engine.slides.render import render_deck
from engine.snippets.execute import Runner, outcomes
from engine.snippets.expected import Failure, count_outcomes
from engine.snippets.read import Snippet, read_snippets
from engine.snippets.store import Store


@dataclass(frozen=True)
class Options:
    """The options of a build."""

    formats: frozenset[str]  # names of `engine.formats.FORMATS`, and of cuts
    jobs: int  # number of snippets that run at the same time
    timeout: float  # seconds that one snippet may take
    rerun: Collection[str] = ()  # names of snippets to run even if their result is stored
    force: bool = False  # whether to make every format again, even one that would not change
    explain: bool = False  # whether to print why each snippet ran or not
    scheduler: str | None = None  # address of a Dask scheduler whose workers run the snippets; None for this machine
    timings: Timings = field(default_factory=Timings)  # records the time of each stage


class Build(ExitStack):
    """The state of a build, which each stage reads and updates."""

    def __init__(self, paths: Paths, options: Options):
        super().__init__()
        self.paths, self.options = paths, options
        self.store = Store.of(paths)
        self.last = output.LastBuild()
        self.inputs, self.commit = list[str](), ("", "")
        self.missing: frozenset[str] = options.formats
        self.stage = Path()
        self.marp: MarpProcess | None = None
        self.runner: Runner | None = None
        self.snippets: dict[str, Snippet] = {}
        self.runs: dict[str, Snippet] = {}  # of all snippets, by name
        self.stale: list[Snippet] = []
        self.results: dict[str, nbformat.NotebookNode] = {}
        self.problems: list[Problem] = []
        self.deck = Deck(Course(), {}, {})
        self.files: dict[str, bytes] = {}
        self.summary = ""  # the last line that a build prints


def read(build: Build) -> None:
    """Read the snippets, and load their stored results."""
    build.inputs = [output.inputs_digest(build.paths, read) for read in (False, True)]  # first: no later edit counts
    build.snippets, build.problems = read_snippets(build.paths.root)
    known, rerun = build.snippets, build.options.rerun
    if unknown := [name for name in rerun if name not in known]:
        raise ContentError(Problem("--rerun", f'no snippet "{name}"{did_you_mean(name, known)}') for name in unknown)
    if not all(snippet.valid for snippet in known.values()):
        raise ContentError(build.problems)
    build.runs = {run.name: run for snippet in known.values() for run in snippet.runs}
    again = {run.name for name in rerun for run in known[name].runs}
    for name, run in build.runs.items():
        notebook, reason = (None, "--rerun names it") if name in again else build.store.get(run)
        if notebook is None:
            build.stale.append(run)
        else:
            build.results[name] = notebook
        if build.options.explain:
            print(f"{'run ' if notebook is None else 'keep'} {name}: {reason}", file=sys.stderr)


def plan(build: Build) -> None:
    """Determine which formats are missing, and start Marp for them, so that it loads while snippets run."""
    paths = build.paths
    build.enter_context(output.lock(paths))
    build.commit = output.last_commit(paths.root)
    build.last = output.last_build(paths)
    build.missing = build.options.formats - build.last.formats
    if build.options.force or build.stale:  # a new result may differ from the one that the formats were made from
        build.missing = build.options.formats | build.last.formats
        build.last = replace(build.last, formats=frozenset())
    if build.last.formats:
        build.files = {name: (paths.out / name).read_bytes() for name in build.last.files}
    formats = [each for each in FORMATS if each.name in build.missing]
    if any(each.browser for each in formats):
        find_browser()  # or tell now that there is none
    build.stage = Path(build.enter_context(temporary_folder("stage"))).resolve()
    if "html" not in build.last.formats and any(each.html for each in formats):
        build.marp = build.enter_context(MarpProcess(build.stage, paths.marp_config))


def start_runner(build: Build) -> None:
    """Start a runner, which imports the modules of the snippets once, if a snippet must run."""
    if not build.stale:
        return
    timeout, modules = build.options.timeout, {module for snippet in build.stale for module in snippet.imports}
    if build.options.scheduler:
        from engine.snippets.cluster.runner import DaskRunner

        cluster = DaskRunner(build.options.scheduler, build.paths, timeout=timeout, modules=modules)
        build.runner = build.enter_context(cluster)
    else:
        from engine.snippets.pool import PoolRunner, RunContext

        jobs = min(build.options.jobs, len(build.stale))
        pool = PoolRunner(RunContext.of(build.paths), jobs=jobs, timeout=timeout, modules=modules)
        build.runner = build.enter_context(pool)


def run(build: Build) -> None:
    """Run the snippets that must run, and store the result of each that has no failures."""
    if build.runner is None:
        return
    store, seconds = build.store, build.options.timings.snippets
    failures: list[Failure] = []
    console = Console(stderr=True, highlight=False)  # a bar on a terminal, plain lines elsewhere
    running = progress.TextColumn("{task.fields[runner].running}", markup=False)
    columns = (progress.BarColumn(), progress.MofNCompleteColumn(), progress.TimeElapsedColumn(), running)
    plain = not console.is_terminal
    with progress.Progress("snippets", *columns, console=console, transient=True, disable=plain) as bar:
        task = bar.add_task("", total=len(build.stale), runner=build.runner)
        for snippet, execution, spent in outcomes(build.runner, store.longest_first(build.stale)):
            seconds[snippet.name] = spent
            failures += execution.failures
            build.problems += execution.problems(snippet)
            if not execution.failures:
                build.results[snippet.name] = store.put(snippet, execution)
            bar.advance(task)
            if plain:
                print(execution.told(snippet, spent), file=sys.stderr, flush=True)
    ran = {run.name: build.results[run.name] for run in build.stale if run.name in build.results}
    store.note_seconds({name: seconds[name] for name in ran})
    if failures:
        print(f"errors: {count_outcomes(ran.values(), failures)}", file=sys.stderr)


def render(build: Build) -> None:
    """Put the results on the slides; raise `ContentError` with all problems so far, if any."""
    build.deck = render_deck(build.paths.root, build.snippets, build.results)
    if problems := [*build.problems, *build.deck.problems, *taken_names(build.deck, build.paths.root)]:
        raise ContentError(problems)


def make_formats(build: Build) -> None:
    """Make the missing formats and cuts."""
    files, deck = build.files, build.deck
    context = convert(deck, build.paths, build.stage, build.marp, files, prints="pdf" in build.missing)
    context.commit = build.commit
    # A cut of an earlier build may be gone; one that is asked for may not exist, which is told.
    cuts = sorted((build.missing - {*NAMES}) & (build.options.formats | deck.cuts.keys()))
    first: list[Callable[[FormatContext], dict[str, bytes]]] = [partial(make_cut, name=name) for name in cuts]
    first += (each.make for each in FORMATS[:-1] if each.name in build.missing)
    for makers in (first, [each.make for each in FORMATS[-1:] if each.name in build.missing]):  # the site links to all
        with ThreadPoolExecutor(os.cpu_count()) as threads:  # most of the work is that of browsers
            for made in [threads.submit(make, context) for make in makers]:
                files |= made.result()


def write(build: Build) -> None:
    """Write the deck, record the build, prune the store, and summarize it."""
    paths, last, timings = build.paths, build.last, build.options.timings
    removed = output.publish(build.files, paths, last.files)
    output.save_build(paths, build.missing | last.formats, build.inputs, build.files, build.deck.summary, build.commit)
    for path in build.store.unneeded(build.runs.values()) if build.stale else ():
        path.unlink(missing_ok=True)
    kept = set(last.files if last.formats else ()) - {"deck.md"}
    made = [paths.shown(paths.out / name) for name in build.files if "/" not in name and name not in kept]
    old = [each.name for each in FORMATS if each.name not in build.missing and each.wrote(removed)]
    old += [f"--cut {name.removesuffix('-notas.md')}" for name in removed if name.endswith("-notas.md")]
    build.summary = (
        f"{build.deck.summary} ({len(build.stale)} run, {len(build.runs) - len(build.stale)} kept)"
        f" in {timings.total:.1f} s (snippets {timings.stages['snippets']:.1f} s,"
        f" formats {timings.stages['formats']:.1f} s): {', '.join(made)}"
        + (f"; of an older deck, and removed: {', '.join(old)} (--formats makes them again)" if old else "")
    )


# The stages of a build, in order, with the names that the timings use.
STAGES = (
    ("read", read),
    ("plan", plan),
    ("import", start_runner),
    ("snippets", run),
    ("render", render),
    ("formats", make_formats),
    ("write", write),
)


def build_deck(paths: Paths, options: Options) -> Build:
    """Build a deck, and return the finished build, with its deck and its summary.

    Raise `ContentError` with every problem of the run, or `SetupError` when the machine lacks something; the output
    folder is unchanged then.
    """
    with Build(paths, options) as build:
        for name, stage in STAGES:
            with options.timings.stage(name):
                stage(build)
    return build
