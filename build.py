#!/usr/bin/env python3
"""Build the slides, or test them: the front door of the project.

Standard library alone up to the moment when the environment is set up, so that it runs on a bare machine.
"""

from __future__ import annotations

import argparse
import atexit
import os
import signal
import subprocess
import sys
from pathlib import Path

from engine import output
from engine.core import install
from engine.core.problems import ContentError, EnvironmentLackError

ROOT = Path(__file__).resolve().parent
FORMATS = ("html", "pdf", "pptx", "png", "notebooks", "handout", "site")
# What a format links to, and comes with.
COMES_WITH = {
    "html": {"notebooks"},
    "pdf": {"notebooks"},
    "pptx": {"notebooks"},
    "handout": {"html", "notebooks"},
    "site": {"html", "notebooks"},
}
FINE, CONTENT_WRONG, USAGE_WRONG, ENVIRONMENT_LACKS = 0, 1, 2, 3

_EPILOG = """\
Without a verb, build.py builds the deck. Exit codes: 0 fine; 1 something in the content is wrong, each problem with
file, line and slide; 2 wrong usage; 3 the machine lacks something."""


def main(arguments: list[str]) -> int:
    """Run the verb that the arguments name, and return the exit code."""
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in ("-h", "--help")):
        arguments = ["deck", *arguments]
    parser = _parser()
    options, further = parser.parse_known_args(arguments)
    if further and options.verb != "test":
        parser.error(f"unknown: {' '.join(further)}; see build.py {options.verb} --help")
    try:
        if options.verb == "test":
            return test(options, further)
        return {"deck": deck, "check": check, "watch": watch, "bench": bench, "new": new}[options.verb](options)
    except ContentError as error:
        print(f"{error}\n\n{_count(error)}; the deck is as it was.", file=sys.stderr)
        return CONTENT_WRONG
    except EnvironmentLackError as error:
        print(f"build.py: {error}", file=sys.stderr)
        return ENVIRONMENT_LACKS
    except KeyboardInterrupt:
        print("build.py: interrupted; the deck is as it was", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    formatter = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("build.py", description=__doc__, epilog=_EPILOG, formatter_class=formatter)
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)

    def verb(name: str, text: str, **more) -> argparse.ArgumentParser:
        return verbs.add_parser(name, help=text, description=text, epilog=_EPILOG, formatter_class=formatter, **more)

    build = verb("deck", "build the deck (also without a verb)")
    check = verb("check", "build the deck, then check every slide in the browser")
    preview = verb("watch", "show the deck in the browser, and every change as soon as it is saved; writes no deck")
    for known in (build, check, preview):
        known.add_argument(
            "--deck", type=_deck_folder, default=ROOT, metavar="DIR", help="folder of another deck (see the verb new)"
        )
        known.add_argument(
            "--jobs", type=_positive(int), default=os.cpu_count(), help="snippets that run at once (default: all cores)"
        )
        known.add_argument(
            "--timeout", type=_positive(float), default=120.0, metavar="SECONDS", help="for each snippet (default: 120)"
        )
        known.add_argument(
            "--store", type=Path, metavar="DIR", help="where results are kept (default: .cache/store of the deck)"
        )
    for known in (build, check):
        known.add_argument("--out", type=Path, metavar="DIR", help="where the deck goes (default: dist of the deck)")
    build.add_argument(
        "--formats",
        type=_formats,
        default=_formats("html,pdf"),
        help=f"of {', '.join(FORMATS)}, or all; the notebooks always come with the slides (default: html,pdf)",
    )
    build.add_argument("--rerun", nargs="+", default=[], metavar="NAME", help="run these snippets again")
    build.add_argument("--explain", action="store_true", help="say why each snippet ran or did not")
    build.add_argument("--scheduler", metavar="ADDRESS", help="run the snippets on the workers of this Dask scheduler")
    build.add_argument("--profile", action="store_true", help="say where the time went, beside the least it could take")
    check.add_argument("--report", type=Path, metavar="FILE", help="write the problems as JUnit XML too")
    preview.add_argument("--port", type=_port, default=0, metavar="N", help="where to serve (default: a free port)")
    new_deck = verb("new", "begin another deck: a small one, with a snippet and its test, that builds")
    new_deck.add_argument("path", type=Path, metavar="PATH", help="its folder, which must be empty or not exist")
    measure = verb("bench", "measure the build beside what else runs the same snippets")
    measure.add_argument("--repeat", type=_positive(int), default=3, metavar="N", help="rounds (default: 3)")
    measure.add_argument(
        "--parts", type=int, nargs="+", default=[], metavar="N", help="these parts only (default: all)"
    )
    measure.add_argument(
        "--scale", type=int, default=0, metavar="N", help="measure decks of up to N trivial snippets too"
    )
    measure.add_argument(
        "--out", type=Path, default=ROOT / ".cache", metavar="DIR", help="where bench.svg and bench.json go"
    )
    test = verb("test", "build the deck and test all; further words go to pytest", add_help=False)
    test.add_argument("--deck", type=_deck_folder, default=ROOT, metavar="DIR")
    test.add_argument("--group", choices=["cluster"], help="install this optional group, and test what needs it alone")
    return parser


def _deck_folder(text: str) -> Path:
    path = Path(text).resolve()
    if not (path / "slides").is_dir():
        raise argparse.ArgumentTypeError(f"{text} has no folder slides; begin a deck with build.py new {text}")
    return path


def _formats(text: str) -> list[str]:
    formats = set(text.split(","))
    unknown = sorted(formats - {*FORMATS, "all"})
    if unknown:
        raise argparse.ArgumentTypeError(f"unknown format {unknown[0]!r}; known: {', '.join(FORMATS)}, all")
    if "all" in formats:
        return sorted(FORMATS)
    return sorted(formats.union(*(COMES_WITH.get(name, ()) for name in formats)))


def _positive(kind: type) -> type:
    def number(text: str):
        value = kind(text)
        if value <= 0:
            raise argparse.ArgumentTypeError(f"{text} is not more than 0")
        return value

    number.__name__ = kind.__name__  # argparse names it in its message
    return number


def _port(text: str) -> int:
    value = int(text)
    if not 0 <= value <= 65535:
        raise argparse.ArgumentTypeError(f"{text} is no port; ports go from 0, a free one, to 65535")
    return value


_port.__name__ = "int"


def deck(options: argparse.Namespace) -> int:
    """Build the deck, unless what is there is just what a build would make."""
    out, store = _places(options)
    if not (options.rerun or options.explain or options.profile):
        kept = output.kept_build(options.deck, store, out, ROOT)
        if kept.formats.issuperset(options.formats):
            print(f"nothing changed: {kept.summary} in {options.out or out}")
            return FINE
    install.prepare_group("cluster") if options.scheduler else install.prepare()
    from engine.core.timings import Profile

    profile = Profile()
    with profile.stage("start"):
        from engine.build import Options, make_deck
    anew = bool(options.rerun or options.profile)
    settings = {**vars(options), "out": out, "store": store, "profile": profile, "anew": anew}
    del settings["verb"], settings["deck"]
    print(make_deck(options.deck, Options(**settings)))
    if options.profile:
        print(f"\n{profile.table(options.jobs)}")
    return FINE


def _places(options: argparse.Namespace) -> tuple[Path, Path]:
    """Return where the deck goes and where its results are."""
    return (options.out or options.deck / "dist").resolve(), _store(options)


def _store(options: argparse.Namespace) -> Path:
    return (options.store or install.store_folder(options.deck)).resolve()


def check(options: argparse.Namespace) -> int:
    """Build the deck, unless it is fresh, and check it as people will see it."""
    install.prepare()
    from engine import checks
    from engine.build import Options, make_deck, render
    from engine.checks import report
    from engine.core.browser import find_browser

    (out, store), formats = _places(options), _formats("html,pdf,site")
    settings = Options(out, store, formats, options.jobs, options.timeout, rerun=[], explain=False)
    if not output.kept_build(options.deck, store, out, ROOT).formats.issuperset(formats):
        print(make_deck(options.deck, settings), flush=True)
    rendered = render(options.deck, settings).deck
    browser = find_browser(ROOT, ROOT / ".cache")
    problems = checks.check_deck(options.deck, out, rendered.parts, rendered.shown, browser)
    if options.report:
        report.junit(options.report, rendered.slides, problems)
    if not problems:
        print(f"{len(rendered.slides)} slides checked: nothing is wrong")
        return FINE
    error = ContentError(problems)
    if os.environ.get("GITHUB_ACTIONS"):
        print(report.annotations(error.problems))
    print(f"{error}\n\n{_count(error)} on {len(rendered.slides)} slides.", file=sys.stderr)
    return CONTENT_WRONG


def watch(options: argparse.Namespace) -> int:
    """Show the deck in the browser until Ctrl-C; start again by itself when the engine changed."""
    install.prepare()
    again = []
    # The last thing that this process does, after the processes and folders that it made are gone.
    atexit.register(lambda: again and install.start_again(*again))
    from engine.preview.watch import watch as watch_until_changed

    for number in (signal.SIGINT, signal.SIGTERM):  # a shell that starts it in the background has it ignore Ctrl-C
        signal.signal(number, signal.default_int_handler)
    ports = []
    try:
        watch_until_changed(
            options.deck,
            _store(options),
            jobs=options.jobs,
            timeout=options.timeout,
            port=options.port,
            started=ports.append,
        )
    except KeyboardInterrupt:
        print("\nended", flush=True)
        return FINE
    print("the engine changed: starting again", flush=True)
    again += ["--port", str(ports[0])]
    return FINE


def bench(options: argparse.Namespace) -> int:
    """Measure the build, and what else there is, on the same snippets."""
    install.prepare_group("bench")
    from benchmarks.run import Settings, run

    try:
        run(Settings(ROOT, options.repeat, options.parts, options.scale, options.out.resolve()))
    except RuntimeError as error:
        raise EnvironmentLackError(f"nothing was measured: {error}") from None
    return FINE


def _count(error: ContentError) -> str:
    count = len(error.problems)
    return f"{count} problem{'s' if count > 1 else ''}"


def new(options: argparse.Namespace) -> int:
    """Begin another deck."""
    from engine.scaffold import begin_deck

    try:
        begin_deck(options.path)
    except FileExistsError as error:
        print(f"build.py: {error}", file=sys.stderr)
        return USAGE_WRONG
    print(f"a new deck is in {options.path}; build it: python3 build.py --deck {options.path}")
    return FINE


def test(options: argparse.Namespace, further: list[str]) -> int:
    """Build the deck, then run pytest with the words that follow the verb: some tests look at what was built."""
    if options.group:
        install.prepare_group(options.group)
        further = [f"tests/{options.group}", *further]
    else:
        install.prepare()
        deck(_parser().parse_args(["deck", "--deck", str(options.deck)]))
    command, env = [sys.executable, "-m", "pytest"], os.environ
    if options.deck != ROOT:
        command += ["--config-file", ROOT / "pyproject.toml", "--rootdir", options.deck, "-p", "engine.pytest_plugin"]
        command += [] if further else [options.deck / "tests"]
        env = os.environ | {"PYTHONPATH": str(ROOT)}
    code = subprocess.run([*command, *further], cwd=options.deck, env=env).returncode
    known = {0: FINE, 4: USAGE_WRONG, 5: USAGE_WRONG}  # pytest: wrong usage, and no test found
    return known.get(code, CONTENT_WRONG)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
