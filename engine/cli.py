"""The command line: verbs and their options. Standard library only."""

import argparse
import math
import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from engine.core.paths import CACHE, ROOT, Paths
from engine.core.problems import SetupError
from engine.formats import NAMES, with_companions

EXIT_OK, EXIT_CONTENT, EXIT_USAGE, EXIT_SETUP, EXIT_INTERRUPTED = 0, 1, 2, 3, 130

_EPILOG = """\
Without a verb, build.py builds the deck. Exit codes: 0 fine; 1 something in the content is wrong, each problem with
file, line and slide; 2 wrong usage; 3 the machine lacks something."""


def parse(arguments: list[str], verbs: Mapping[str, Callable[[argparse.Namespace], int]]) -> argparse.Namespace:
    """Return the options of the verb; ``run`` is its function, ``words`` are the additional arguments of ``test``."""
    style: dict[str, Any] = {"epilog": _EPILOG, "formatter_class": argparse.RawDescriptionHelpFormatter}
    parser = argparse.ArgumentParser("build.py", description="Build the slides, or test them.", **style)
    subparsers = parser.add_subparsers(dest="verb", metavar="VERB", required=True)

    def verb(name: str, text: str, **more: Any) -> Callable[..., Any]:
        sub = subparsers.add_parser(name, help=text, description=text, **style, **more)
        sub.set_defaults(run=verbs[name])
        return sub.add_argument

    def deck_options(add: Callable[..., Any], out: bool = True) -> None:
        add("--deck", type=_deck_folder, default=ROOT, metavar="DIR", help="folder of another deck (see the verb new)")
        text = "snippets that run at once (default: as many as there are cores, if memory allows)"
        add("--jobs", type=_count, default=jobs_at_once(), help=text)
        add("--timeout", type=_seconds, default=120.0, metavar="SECONDS", help="for each snippet (default: 120)")
        add("--store", type=Path, metavar="DIR", help="where results are kept (default: .cache/store of the deck)")
        if out:
            add("--out", type=Path, metavar="DIR", help="where the deck goes (default: dist of the deck)")

    add = verb("deck", "build the deck (also without a verb)")
    deck_options(add)
    text = f"of {', '.join(NAMES)}, or all; the notebooks always come with the slides (default: html,pdf)"
    add("--formats", type=_formats, default=_formats("html,pdf"), help=text)
    add("--cut", nargs="+", default=[], metavar="NAME", help="make these shorter decks too, cuts of slides/deck.toml")
    add("--rerun", nargs="+", default=[], metavar="NAME", help="run these snippets again")
    add("--explain", action="store_true", help="say why each snippet ran or did not")
    add("--scheduler", metavar="ADDRESS", help="run the snippets on the workers of this Dask scheduler")
    add("--profile", action="store_true", help="say where the time went, beside the least it could take")

    add = verb("check", "build the deck, then check every slide in the browser")
    deck_options(add)
    add("--report", type=Path, metavar="FILE", help="write the problems as JUnit XML too")

    add = verb("watch", "show the deck in the browser, and every change as soon as it is saved; writes no deck")
    deck_options(add, out=False)
    add("--port", type=_port, default=0, metavar="N", help="where to serve (default: a free port)")

    add = verb("new", "begin another deck: a small one, with a snippet and its test, that builds")
    add("path", type=Path, metavar="PATH", help="its folder, which must be empty or not exist")

    add = verb("clean", "say what the store has that the sources do not need; --force deletes it, as git clean does")
    add("--deck", type=_deck_folder, default=ROOT, metavar="DIR", help="folder of another deck")
    add("--store", type=Path, metavar="DIR", help="where results are kept (default: .cache/store of the deck)")
    add("--days", type=int, default=0, metavar="N", help="keep what a build used in the last N days (default: 0)")
    add("--force", action="store_true", help="delete it")

    add = verb("bench", "measure the build beside what else runs the same snippets")
    add("--repeat", type=_count, default=3, metavar="N", help="rounds (default: 3)")
    add("--parts", type=int, nargs="+", default=[], metavar="N", help="these parts only (default: all)")
    add("--scale", type=int, default=0, metavar="N", help="measure decks of up to N trivial snippets too")
    add("--out", type=Path, default=CACHE, metavar="DIR", help="where bench.svg and bench.json go")

    add = verb("test", "build the deck and test all; further words go to pytest", add_help=False)
    add("--deck", type=_deck_folder, default=ROOT, metavar="DIR")
    add("--group", choices=["cluster"], help="install this optional group, and test what needs it alone")

    if not arguments or (arguments[0].startswith("-") and arguments[0] not in ("-h", "--help")):
        arguments = ["deck", *arguments]
    options, words = parser.parse_known_args(arguments)
    if words and options.verb != "test":
        parser.error(f"unknown: {' '.join(words)}; see build.py {options.verb} --help")
    options.words = words
    return options


def paths_of(options: argparse.Namespace) -> Paths:
    """Return the paths of the deck that the options name."""
    paths = Paths.of(options.deck, options.store, getattr(options, "out", None))
    if any(paths.out.is_relative_to(folder) for folder in (paths.slides, paths.snippets, ROOT / "engine")):
        raise SetupError(f"--out {options.out} is a folder of sources; pass another one")
    return paths


def jobs_at_once() -> int:
    """Return how many snippets keep all cores busy: as many, since none waits for long; for each, a GiB of memory."""
    cores = os.cpu_count() or 1
    pages = os.sysconf("SC_PHYS_PAGES") if hasattr(os, "sysconf") else 0  # on Windows, nobody tells
    return max(1, min(cores, pages * os.sysconf("SC_PAGE_SIZE") // 2**30)) if pages else cores


def _deck_folder(text: str) -> Path:
    path = Path(text).resolve()
    if not (path / "slides").is_dir():
        raise argparse.ArgumentTypeError(f"{text} has no folder slides; begin a deck with build.py new {text}")
    return path


def _formats(text: str) -> frozenset[str]:
    names = set(text.split(","))
    unknown = sorted(names - {*NAMES, "all"})
    if unknown:
        raise argparse.ArgumentTypeError(f"unknown format {unknown[0]!r}; known: {', '.join(NAMES)}, all")
    return frozenset(NAMES) if "all" in names else with_companions(names)


def _number(kind: Callable[[str], Any], what: str, least: float, most: float, text: str) -> Any:
    try:
        value = kind(text)
    except ValueError:
        value = math.nan
    if not least <= value <= most:
        raise argparse.ArgumentTypeError(f"{text!r} is not {what} from {least} to {most:.0f}")
    return value


_seconds = partial(_number, float, "a number of seconds", 0.001, 1e9)
_count, _port = partial(_number, int, "a whole number", 1, 1e9), partial(_number, int, "a port", 0, 65535)
