"""The output of a build: check whether it is up to date, write it, and record it.

Standard library only: this runs before anything else is imported or installed, so that a build with nothing to do takes
little longer than Python's start. Files are compared by content: hashing all sources and the deck takes milliseconds.
"""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from engine.core.browser import browser_identity
from engine.core.files import digest, source_files, temporary_folder, write_atomically
from engine.core.paths import CACHE, ROOT, Paths
from engine.core.problems import SetupError

_ENGINE = ("build.py", "requirements.lock", "package-lock.json", "engine", "slides/theme")


@dataclass(frozen=True)
class LastBuild:
    """What the last build wrote into the output folder."""

    # the formats that are up to date; empty if a source or a written file has changed since
    formats: frozenset[str] = frozenset()
    files: tuple[str, ...] = ()  # the paths that it wrote, relative to the output folder
    summary: str = ""  # a short summary of the deck


def inputs_digest(paths: Paths, read: bool = True) -> str:
    """Return a digest of all inputs of a build, from sources to browser: of their text, or of what `_stat` tells."""
    parts: list[str | bytes] = [f"{sys.version_info[:3]} {browser_identity()}"]
    tests = [] if read else ["tests/snippets"]  # the notebooks of exercises run theirs
    for base, sources in ((paths.root, ["slides", "snippets"]), (paths.root, tests), (ROOT, _ENGINE)):
        for path in sorted((file for source in sources for file in source_files(base / source)), key=str):
            text = path.read_bytes() if read else repr(_stat(path)).encode()
            parts += [os.fsencode(path)[len(os.fsencode(base)) :], text]
            tests += [f"tests/snippets/test_{path.name}"] if b'"lacuna"' in text and sources[0] == "slides" else []
    return digest(*parts)


def last_commit(root: Path) -> tuple[str, str]:
    """Return the short hash and the date (YYYY-MM-DD) of the last commit in a folder; empty if there is none."""
    command = ["git", "log", "-1", "--format=%h %cs", "--abbrev=10"]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", errors="replace")
    except OSError:
        return "", ""
    name, _, date = done.stdout.strip().partition(" ")
    return (name, date) if done.returncode == 0 else ("", "")


def _stat(path: Path) -> list[int]:
    """Return what tells that a file was not written since: nobody sets the time at which its metadata changed."""
    known = path.stat()
    return [known.st_size, known.st_mtime_ns, known.st_ctime_ns, known.st_ino]


def _record_path(paths: Paths) -> Path:
    return paths.store / "builds" / f"{digest(os.fsencode(paths.out))[:16]}.json"


def last_build(paths: Paths) -> LastBuild:
    """Return what the last build wrote, and which formats are still up to date."""
    try:
        record = json.loads(_record_path(paths).read_text("utf-8"))
        files, formats, stats = tuple(record["files"]), set(record.get("formats", ())), record.get("stats", {})
        if "site" in formats and record["commit"] != list(last_commit(paths.root)):
            formats.remove("site")  # it shows the commit that it was built from
        unchanged = (
            (at := paths.out / name).is_file() and (_stat(at) == stats.get(name) or digest(at.read_bytes()) == known)
            for name, known in record["files"].items()
        )
        same = any(inputs_digest(paths, read) in record.get("inputs", ()) for read in (False, True))
        if not (same and all(unchanged)):
            formats.clear()
        return LastBuild(frozenset(formats), files, record.get("summary", ""))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return LastBuild()


@contextmanager
def lock(paths: Paths) -> Iterator[None]:
    """Keep other builds of the output folder away meanwhile; raise `SetupError` when another one works in it."""
    import sqlite3  # locks a file on every system; not needed by a build with nothing to do

    path = CACHE / "locks" / f"{_record_path(paths).stem}.sqlite"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()  # raises OSError where SQLite would say less
    with closing(sqlite3.connect(path, timeout=0)) as database:
        try:
            database.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            message = "another build of this deck is at work; wait until it has ended, or pass --out DIR"
            raise SetupError(message) from None
        yield


def publish(files: dict[str, bytes], paths: Paths, earlier: Collection[str]) -> list[str]:
    """Write what differs, and remove what an earlier build wrote and this one has not; return the removed paths.

    All files are written under temporary names before the first is renamed: a full disk leaves the earlier deck. After
    a build that is killed meanwhile, the record tells the next one to make all of it again.
    """
    out = paths.out
    out.mkdir(parents=True, exist_ok=True)
    for name in (name for name in files if (out / name).is_dir()):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(out / name))
    changed = [name for name in files if not (out / name).is_file() or (out / name).read_bytes() != files[name]]
    foreign = [name for name in changed if (out / name).exists()]
    if foreign and not earlier and out != (paths.root / "dist").resolve():
        raise SetupError(f"{out / foreign[0]} is of no earlier build of this deck; move it away, or pass another --out")
    with temporary_folder("publish", out) as making:
        new = {name: Path(making, str(number)) for number, name in enumerate(changed)}
        for name, temporary in new.items():
            temporary.write_bytes(files[name])
        write_atomically(_record_path(paths), json.dumps({"files": dict.fromkeys([*earlier, *files], "")}).encode())
        for name, temporary in new.items():
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            temporary.replace(out / name)
    removed = [name for name in earlier if name not in files and (out / name).is_file()]
    for name in removed:
        (out / name).unlink()
    emptied = {folder for name in removed for folder in (out / name).parents if folder.is_relative_to(out)} - {out}
    for folder in sorted(emptied, reverse=True):  # the deepest first
        if not any(folder.iterdir()):
            folder.rmdir()
    return removed


def save_build(
    paths: Paths, formats: Iterable[str], inputs: list[str], files: Iterable[str], summary: str, commit: tuple[str, str]
) -> None:
    """Record a finished build for `last_build`: its formats, their files, and what they were made from.

    `inputs` has each `inputs_digest` from before the build, so that an edit during it does not count as built.
    """
    digests = {name: digest((paths.out / name).read_bytes()) for name in files}
    record = {"formats": sorted(formats), "inputs": inputs, "files": digests, "summary": summary, "commit": commit}
    record["stats"] = {name: _stat(paths.out / name) for name in digests}
    write_atomically(_record_path(paths), json.dumps(record, indent=1).encode())
