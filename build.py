#!/usr/bin/env python3
"""Build the slides, or test them: the entry point of the project, with one function for each verb.

Standard library only until the packages are installed, so that it runs on a bare machine.
"""

import os
import sys

if __name__ == "__main__":
    # What the shell says about Python would reach the imports and results of this project: start again without it, save
    # what changes neither. Import nothing before: on PYTHONPATH, a module of the user may have the name of any other.
    harmless = {"PYTHONDONTWRITEBYTECODE", "PYTHONIOENCODING", "PYTHONPYCACHEPREFIX", "PYTHONUNBUFFERED", "PYTHONUTF8"}
    kept = {name: text for name, text in os.environ.items() if not name.startswith("PYTHON") or name in harmless}
    if len(kept) < len(os.environ) or sys.flags.optimize or sys.warnoptions:
        command = [sys.executable, *sys.argv]
        if os.name == "nt":  # execve on Windows returns to the shell before the program ends
            raise SystemExit(os.spawnve(os.P_WAIT, sys.executable, command, kept))
        os.execve(sys.executable, command, kept)

sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))  # noqa: PTH120 -- absent with PYTHONSAFEPATH
import atexit
import shutil
import signal
import subprocess
from argparse import Namespace

from engine import cli, output
from engine.cli import EXIT_CONTENT, EXIT_INTERRUPTED, EXIT_OK, EXIT_SETUP, EXIT_USAGE, paths_of
from engine.core.install import ensure_installed, reexec_in_venv
from engine.core.paths import ROOT
from engine.core.problems import ContentError, SetupError
from engine.formats import with_companions


def main(arguments: list[str]) -> int:
    """Run the verb that the arguments name, and return the exit code."""
    verbs = {"deck": deck, "check": check, "watch": watch, "new": new, "clean": clean, "bench": bench, "test": test}
    options = cli.parse(arguments, verbs)
    interrupts: list[int] = []

    def interrupt(number: int, frame: object) -> None:
        interrupts.append(number)
        raise KeyboardInterrupt

    for name in ("SIGTERM", "SIGHUP", "SIGINT"):  # end as after Ctrl-C: with nothing left behind
        if (number := getattr(signal, name, None)) and signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, interrupt)
    try:
        return options.run(options)
    except ContentError as error:
        print(f"{error}\n\n{error.count}; the deck is as it was.", file=sys.stderr)
        return EXIT_CONTENT
    except SetupError as error:
        print(f"build.py: {error}", file=sys.stderr)
        return EXIT_SETUP
    except OSError as error:
        print(f"build.py: {error.strerror or error} ({error.filename}); the deck is as it was", file=sys.stderr)
        return EXIT_SETUP
    except BaseException as error:
        if not interrupts and not isinstance(error, KeyboardInterrupt):
            raise  # interrupted, what is imported may make another error of it
        print("build.py: interrupted; the deck is as it was", file=sys.stderr)
        return EXIT_INTERRUPTED


def deck(options: Namespace) -> int:
    """Build the deck, unless it is up to date."""
    paths, force = paths_of(options), bool(options.rerun or options.profile)
    options.formats |= {*options.cut}
    if not (force or options.explain):
        last = output.last_build(paths)
        if last.formats >= options.formats:
            print(f"nothing changed: {last.summary} in {options.out or paths.out}")
            return EXIT_OK
    ensure_installed("cluster" if options.scheduler else None)
    from engine.core.timings import Timings

    timings = Timings()
    with timings.stage("start"):
        from engine.build import Options, build_deck
    given = ("formats", "jobs", "timeout", "rerun", "explain", "scheduler")
    settings = Options(**{name: getattr(options, name) for name in given}, force=force, timings=timings)
    print(build_deck(paths, settings).summary)
    if options.profile:
        print(f"\n{timings.table(options.jobs)}")
    return EXIT_OK


def check(options: Namespace) -> int:
    """Build the deck, unless it is up to date, and check every slide in the browser."""
    ensure_installed()
    from engine.build import Options, build_deck
    from engine.checks import check_deck, github_annotations, write_junit

    paths, formats = paths_of(options), with_companions(["html", "pdf", "site"])
    fresh = output.last_build(paths).formats >= formats
    build = build_deck(paths, Options(formats, options.jobs, options.timeout))
    if not fresh:
        print(build.summary, flush=True)
    slides, problems = build.deck.slides, check_deck(build.deck, paths)
    if options.report:
        write_junit(options.report, slides, problems)
    if not problems:
        print(f"{len(slides)} slides checked: nothing is wrong")
        return EXIT_OK
    error = ContentError(problems)
    if os.environ.get("GITHUB_ACTIONS"):
        print(github_annotations(error.problems))
    print(f"{error}\n\n{error.count} on {len(slides)} slides.", file=sys.stderr)
    return EXIT_CONTENT


def watch(options: Namespace) -> int:
    """Show the deck in the browser until Ctrl-C; restart when the engine changes."""
    ensure_installed()
    again: list[str] = []
    # Registered first, so that it runs last: after the processes and folders that this process created are gone.
    atexit.register(lambda: again and reexec_in_venv(*again))
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell makes background processes ignore Ctrl-C
    try:
        from engine.preview.watch import watch as watch_until_changed

        port = watch_until_changed(paths_of(options), jobs=options.jobs, timeout=options.timeout, port=options.port)
    except KeyboardInterrupt:
        print("\nended", flush=True)
        return EXIT_OK
    print("the engine changed: starting again", flush=True)
    again += ["--port", str(port)]
    return EXIT_OK


def new(options: Namespace) -> int:
    """Create a new deck: a folder with its own slides, snippets and tests, which builds and passes its checks."""
    path = options.path
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        print(f"build.py: {path} is not empty; name another folder", file=sys.stderr)
        return EXIT_USAGE
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "engine" / "new_deck", path, dirs_exist_ok=True, ignore=ignore)
    (path / "gitignore").rename(path / ".gitignore")
    for name in ("palavras.txt", "glossario.toml"):  # a good start for the word lists of a new deck
        shutil.copy(ROOT / "slides" / name, path / "slides" / name)
    print(f"a new deck is in {path}; build it: python3 build.py --deck {path}")
    return EXIT_OK


def clean(options: Namespace) -> int:
    """Say what the store has that the present sources do not need, or delete it."""
    ensure_installed()
    from engine.snippets.read import read_snippets
    from engine.snippets.store import Store

    paths = paths_of(options)
    snippets, problems = read_snippets(paths.root)
    if problems:  # of a snippet that can't be read, nothing says what it needs
        raise ContentError(problems)
    files = Store.of(paths).unneeded((run for each in snippets.values() for run in each.runs), options.days, most=10**9)
    told = f"{len(files)} files of {sum(path.stat().st_size for path in files) / 1e6:.1f} MB in {paths.store}"
    for path in files if options.force else ():
        path.unlink()
    print(f"deleted {told}" if options.force else f"would delete {told}; --force does")
    return EXIT_OK


def bench(options: Namespace) -> int:
    """Benchmark the build and its alternatives on the same snippets."""
    ensure_installed("bench")
    from benchmarks.run import Settings, run

    try:
        run(Settings(options.repeat, options.parts, options.scale, options.out.resolve()))
    except RuntimeError as error:
        raise SetupError(f"nothing was measured: {error}") from None
    return EXIT_OK


def test(options: Namespace) -> int:
    """Build the deck, which some tests inspect, then run pytest with the arguments that follow the verb."""
    words, env = options.words, dict(os.environ)
    ensure_installed(options.group)
    if options.group:
        words = [f"tests/{options.group}", *words]
    elif code := main(["deck", "--deck", str(options.deck)]):
        return code
    if options.deck != ROOT:
        env["PYTHONPATH"] = str(ROOT)
        config = ["--config-file", str(ROOT / "pyproject.toml"), "--rootdir", str(options.deck)]
        words = [*config, "-p", "engine.pytest_plugin", *(words or [str(options.deck / "tests")])]
    code = subprocess.run([sys.executable, "-m", "pytest", *words], cwd=options.deck, env=env).returncode
    return {0: EXIT_OK, 4: EXIT_USAGE, 5: EXIT_USAGE}.get(code, EXIT_CONTENT)  # 4: usage error, 5: no tests collected


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] # as stderr: a path may have any letter
    raise SystemExit(main(sys.argv[1:]))
