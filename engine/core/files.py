"""Hash files, and write them atomically: a crash leaves the old or the new file. Standard library only."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

# The earliest date that a zip archive can store: archives of the same files have the same bytes on any day.
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def digest(*parts: str | bytes) -> str:
    """Return the SHA-256 of several parts; it depends on the boundaries between them."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()


def temporary_folder(kind: str) -> tempfile.TemporaryDirectory[str]:
    """Make a temporary folder of this process; those of processes that were killed are removed."""
    parent = Path(tempfile.gettempdir())
    for folder in parent.glob("deck-*-*-*"):
        owner = folder.name.split("-")[1]
        if owner.isdecimal() and not _is_running(int(owner)):
            shutil.rmtree(folder, ignore_errors=True)
    prefix = f"deck-{os.getpid()}-{kind}-"
    return tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True)


def _is_running(pid: int) -> bool:
    if os.name == "nt":
        return True  # os.kill would end it
    try:
        os.kill(pid, 0)
    except OSError as error:
        return isinstance(error, PermissionError)
    return True


def write_atomically(path: Path, data: bytes) -> bool:
    """Write a file under a temporary name and rename it, unless it already has this content.

    Returns:
        Whether the file was written.
    """
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return True
