"""Begin another deck: a folder with slides, snippets and tests of its own, built by the engine of this project.

Standard library alone: it runs on a bare machine, before anything is installed.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from engine.core.paths import ROOT

_TEMPLATE = Path(__file__).resolve().with_name("new_deck")
# The words of this deck are a good beginning for those of another.
_WORDS = ("palavras.txt", "glossario.toml")


def create_deck(path: Path) -> None:
    """Write a small deck that builds and passes its checks.

    Args:
        path: its folder.

    Raises:
        FileExistsError: when something is there already.
    """
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise FileExistsError(f"{path} is not empty; name another folder")
    shutil.copytree(_TEMPLATE, path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    (path / "gitignore").rename(path / ".gitignore")
    for name in _WORDS:
        shutil.copy(ROOT / "slides" / name, path / "slides" / name)
