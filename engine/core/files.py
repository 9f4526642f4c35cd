"""Hash files, and write them so that a crash leaves the old one or the new one. Standard library alone."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

# The earliest date that a zip archive can hold: an archive of the same files is the same bytes on any day.
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def digest(*parts: str | bytes) -> str:
    """Return the SHA-256 of several parts; the borders between them count."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()


def write_atomically(path: Path, data: bytes) -> bool:
    """Write a file under a temporary name and rename it, unless it already holds just that.

    Returns:
        Whether the file was written.
    """
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_bytes(data)
    temporary.replace(path)
    return True
