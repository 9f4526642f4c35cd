"""Tell, by content, whether a build would give what is there already.

Standard library alone: asked before anything is imported or set up, so that a build with nothing to do costs hardly
more than Python's start. A file whose size and times are those of the last time is not read again.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

_SOURCES = ("slides", "snippets")
_ENGINE = ("build.py", "requirements.lock", "package-lock.json", "engine", "slides/theme")
# A file may change again and keep its times, as coarse as some disks have them: one so new is read the next time too.
_COARSEST_NS = 2_000_000_000

# Size, times and digest of files by path, as they were when they were read; kept in the store.
_known: dict[str, list] = {}


def _digest(path: Path) -> str:
    status = path.stat()
    times = [status.st_size, status.st_mtime_ns, status.st_ctime_ns]
    known = _known.pop(str(path), None)
    if known is None or known[:-1] != times:
        known = [*times, hashlib.sha256(path.read_bytes()).hexdigest()]
    if time.time_ns() - max(times[1:]) > _COARSEST_NS:
        _known[str(path)] = known
    return known[-1]


def _load_known(store: Path) -> str:
    """Take what is known of files from the store; return it as text, to see later whether more is known."""
    _known.clear()
    try:
        text = (store / "digests.json").read_text("utf-8")
        _known.update(json.loads(text))
        return text
    except (OSError, ValueError, TypeError):
        return ""


def _keep_known(store: Path, before: str = "") -> None:
    text = json.dumps(_known, sort_keys=True)
    if text != before:
        store.mkdir(parents=True, exist_ok=True)
        temporary = store / f"digests.{os.getpid()}"
        temporary.write_text(text, "utf-8")
        temporary.replace(store / "digests.json")


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path] if path.is_file() else []
    found = []
    for folder, folders, names in os.walk(path):
        folders[:] = [name for name in folders if name != "__pycache__"]
        found += [Path(folder, name) for name in names]
    return found


def inputs_digest(root: Path, home: Path | None = None) -> str:
    """Return one digest of all that a build reads: sources, parts, snippets, data, theme, locks, Python's version.

    Args:
        root: the folder of the deck.
        home: the project that has the engine, when that is another folder.
    """
    total = hashlib.sha256(repr(sys.version_info[:3]).encode())
    for base, sources in ((root, _SOURCES), (home or root, _ENGINE)):
        for path in sorted(file for source in sources for file in _files(base / source)):
            total.update(f"{path.relative_to(base).as_posix()}\0{_digest(path)}\n".encode())
    return total.hexdigest()


def last_commit(root: Path) -> tuple[str, str]:
    """Return the short name and the date (YYYY-MM-DD) of the commit that stands in a folder; empty without one."""
    try:
        done = subprocess.run(
            ["git", "log", "-1", "--format=%h %cs", "--abbrev=10"], cwd=root, capture_output=True, text=True
        )
    except OSError:
        return "", ""
    name, _, date = done.stdout.strip().partition(" ")
    return (name, date) if done.returncode == 0 else ("", "")


def _record(store: Path, out: Path) -> Path:
    return store / "builds" / f"{hashlib.sha256(str(out.resolve()).encode()).hexdigest()[:16]}.json"


@dataclass(frozen=True)
class Kept:
    """What a build would make just as it is there already.

    Args:
        formats: those that need not be made again.
        files: what was written for them and for others that were made with them, relative to the deck's folder.
        summary: the closing line of the build that made them.
    """

    formats: frozenset[str] = frozenset()
    files: tuple[str, ...] = ()
    summary: str = ""


def kept_build(root: Path, store: Path, out: Path, home: Path | None = None) -> Kept:
    """Return what of the last build into a folder still holds: nothing, when a source or a file of it has changed.

    Args:
        root: the project.
        store: the folder of results, in which finished builds are recorded.
        out: where the deck is.
        home: the project that has the engine, when that is another folder.
    """
    known = _load_known(store)
    try:
        record = json.loads(_record(store, out).read_text("utf-8"))
        if record["inputs"] != inputs_digest(root, home):
            return Kept()
        if any(_digest(out / name) != digest for name, digest in record["files"].items()):
            return Kept()
        formats = set(record["formats"])
        if "site" in formats and record["commit"] != list(last_commit(root)):
            formats.remove("site")  # it says which commit it was built from
    except (OSError, ValueError, KeyError, TypeError):
        return Kept()
    _keep_known(store, known)
    return Kept(frozenset(formats), tuple(record["files"]), record["summary"])


def record_build(
    store: Path,
    out: Path,
    formats: list[str],
    inputs: str,
    files: list[str],
    summary: str,
    commit: tuple[str, str] = ("", ""),
) -> None:
    """Record a finished build for `kept_build`.

    Args:
        store: the folder of results.
        out: where the deck is.
        formats: those that are there now.
        inputs: `inputs_digest` from before the build, so that an edit during the build is not taken as built.
        files: what belongs to them, relative to `out`.
        summary: what the deck holds, in a few words.
        commit: `last_commit` as the site says it.
    """
    path = _record(store, out)
    path.parent.mkdir(parents=True, exist_ok=True)
    digests = {name: _digest(out / name) for name in files}
    record = {"formats": formats, "inputs": inputs, "files": digests, "summary": summary, "commit": commit}
    path.write_text(json.dumps(record, indent=1), "utf-8")
    _keep_known(store)
