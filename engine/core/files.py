"""Hash files, and write them atomically: a crash leaves the old or the new file. Standard library only."""

from __future__ import annotations

import hashlib
import os
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


def write_atomically(path: Path, data: bytes) -> bool:
    """Write a file under a temporary name and rename it, unless it already has this content.

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
