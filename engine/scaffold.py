"""Create a new deck: a folder with its own slides, snippets and tests, built by the engine of this project.

Standard library only: it runs on a bare machine, before anything is installed.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from engine.core.paths import ROOT

_TEMPLATE = Path(__file__).resolve().with_name("new_deck")


def create_deck(path: Path) -> None:
    """Write a small deck that builds and passes its checks.

    Raises:
        FileExistsError: when the path exists and is not an empty folder.
    """
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise FileExistsError(f"{path} is not empty; name another folder")
    shutil.copytree(_TEMPLATE, path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    (path / "gitignore").rename(path / ".gitignore")
    for name in ("palavras.txt", "glossario.toml"):  # a good start for the word lists of a new deck
        shutil.copy(ROOT / "slides" / name, path / "slides" / name)
