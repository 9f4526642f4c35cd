"""List, hash and pack files, and write them so that a crash leaves the old or the new one."""

import hashlib
import io
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path


def digest(*parts: str | bytes) -> str:
    """Return the SHA-256 of several parts; it depends on the boundaries between them."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()


def is_of_tool(path: Path) -> bool:
    """Return whether a path below a folder of sources is of a tool, such as ``.ruff_cache`` or ``.DS_Store``."""
    return any(part.startswith(".") or part == "__pycache__" for part in path.parts)


def source_files(path: Path) -> Iterator[Path]:
    """Yield the files at or below a path, without those of tools and what is no file, such as a pipe."""
    if path.is_file():
        yield path
    for folder, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not is_of_tool(Path(name))]
        files = (Path(folder, name) for name in names if not is_of_tool(Path(name)))
        yield from (file for file in files if file.is_file())


def temporary_folder(kind: str, parent: Path | None = None) -> tempfile.TemporaryDirectory[str]:
    """Make a temporary folder of this process, `kind` in its name; those of processes that were killed are removed."""
    import psutil  # nothing temporary is made before it is installed

    parent = parent or Path(tempfile.gettempdir())
    for folder in parent.glob("deck-*-*-*"):
        owner = folder.name.split("-")[1]
        if owner.isdecimal() and not psutil.pid_exists(int(owner)):
            shutil.rmtree(folder, ignore_errors=True)
    return tempfile.TemporaryDirectory("", f"deck-{os.getpid()}-{kind}-", parent, ignore_cleanup_errors=True)


def make_once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Make a folder that no process sees half-made, unless it exists; `make` fills an empty one.

    Its name ends in ``-DIGEST``; folders with an older digest are removed.
    """
    if not folder.is_dir():
        kind = folder.name.rpartition("-")[0]
        folder.parent.mkdir(parents=True, exist_ok=True)
        with temporary_folder(kind, folder.parent) as making:
            made = Path(making) / folder.name
            made.mkdir()
            make(made)
            try:
                made.rename(folder)
            except OSError:
                if not folder.is_dir():  # no other process was faster
                    raise
        for older in folder.parent.glob(f"{kind}-*"):
            if older != folder:
                shutil.rmtree(older, ignore_errors=True)
    return folder


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file under a temporary name and rename it, unless it already has this content."""
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of files by name, sorted by name, without dates and owners."""
    import zipfile  # here, as all that a build with nothing to do does not need

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(files.items()):
            info = zipfile.ZipInfo(name)  # of 1980: the same files have the same bytes on any day
            info.external_attr = 0o644 << 16
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
