"""Tell, by content, whether a build would give what is there already.

Standard library alone: asked before anything is imported or set up, so that a build with nothing to do costs hardly
more than Python's start. A file whose size and times are those of the last build is not read again.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from pathlib import Path

_SOURCES = ("build.py", "requirements.lock", "package-lock.json", "engine", "slides", "snippets")
# A file may change again without a change of its times, as coarse as some disks keep them: such a file is read.
_COARSEST_NS = 2_000_000_000

# Content and state of files by name: digest, and size and times, or None when these say nothing of the content.
State = dict[str, tuple[str, list[int] | None]]


def _state(files: dict[str, Path], known: State) -> State:
    """Return the state of files by name; what is known of them need not be read again."""
    found: State = {}
    for name, path in files.items():
        status = path.stat()
        times = [status.st_size, status.st_mtime_ns, status.st_ctime_ns]
        digest, before = known.get(name, (None, None))
        if before != times:
            settled = time.time_ns() - max(times[1:]) > _COARSEST_NS
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            before = times if settled else None
        found[name] = (digest, before)
    return found


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path] if path.is_file() else []
    found = []
    for folder, folders, names in os.walk(path):
        folders[:] = [name for name in folders if name != "__pycache__"]
        found += [Path(folder, name) for name in names]
    return found


def inputs(root: Path, known: State | None = None) -> State:
    """Return the state of all that a build reads: sources, parts, snippets, data, theme, locks, Python's version.

    Args:
        root: the project.
        known: what it was once; files that have not changed since are not read again.
    """
    files = {path.relative_to(root).as_posix(): path for source in _SOURCES for path in _files(root / source)}
    return {**_state(files, known or {}), "Python": (".".join(map(str, sys.version_info[:3])), None)}


def _record(store: Path, out: Path) -> Path:
    return store / "builds" / f"{hashlib.sha256(str(out.resolve()).encode()).hexdigest()[:16]}.json"


def _same(now: State, before: State) -> bool:
    return now.keys() == before.keys() and all(now[name][0] == before[name][0] for name in now)


def fresh_summary(root: Path, store: Path, out: Path, formats: list[str]) -> str | None:
    """Return the closing line of the build that made what is in `out`, or None when a build has something to do.

    Args:
        root: the project.
        store: the folder of results, in which finished builds are recorded.
        out: where the deck is.
        formats: those that are wanted.
    """
    path = _record(store, out)
    try:
        record = json.loads(path.read_text("utf-8"))
        read = inputs(root, record["inputs"])
        if not set(formats) <= set(record["formats"]) or not _same(read, record["inputs"]):
            return None
        written = _state({name: out / name for name in record["files"]}, record["files"])
        if not _same(written, record["files"]):
            return None
        now = {**record, "inputs": read, "files": written}
        if json.loads(json.dumps(now)) != record:  # times that have settled since, or changed without the content
            path.write_text(json.dumps(now), "utf-8")
        return record["summary"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def record_build(store: Path, out: Path, formats: list[str], read: State, files: list[str], summary: str) -> None:
    """Record a finished build for `fresh_summary`.

    Args:
        store: the folder of results.
        out: where the deck is.
        formats: those that were made.
        read: `inputs` from before the build, so that an edit during the build is not taken as built.
        files: what was written, relative to `out`.
        summary: what the deck holds, in a few words.
    """
    path = _record(store, out)
    path.parent.mkdir(parents=True, exist_ok=True)
    written = _state({name: out / name for name in files}, {})
    record = {"formats": formats, "inputs": read, "files": written, "summary": summary}
    path.write_text(json.dumps(record), "utf-8")
