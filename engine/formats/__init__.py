"""The table of formats that a build can write; docs/architecture.md says how to add one.

Standard library only: ``build.py`` reads the table before anything is installed. Each module is imported when used.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatch
from importlib import import_module
from typing import Any


@dataclass(frozen=True)
class Format:
    """A format of the deck."""

    name: str  # name in ``--formats``, and of the function that makes it
    module: str  # module of the function, below ``engine.formats``
    files: tuple[str, ...]  # files that it writes, as patterns relative to the folder of the deck
    comes_with: tuple[str, ...] = ()  # other formats that it links to
    html: bool = True  # whether it is made from the slides as HTML
    browser: bool = False  # whether it needs a browser

    def make(self, context: Any) -> dict[str, bytes]:
        """Return its files, by path relative to the deck, for an `engine.formats.context.FormatContext`."""
        return getattr(import_module(f"engine.formats.{self.module}"), self.name)(context)

    def wrote(self, files: Iterable[str]) -> bool:
        """Return whether some files, by path relative to the folder of the deck, are of this format."""
        return any(fnmatch(file, pattern) for file in files for pattern in self.files)


# The site is last, because it links to the files of the other formats.
FORMATS = (
    Format("html", "slides", ("deck.html",), comes_with=("notebooks",)),
    Format("pdf", "slides", ("deck.pdf",), comes_with=("notebooks",), browser=True),
    Format("handout", "handout", ("apostila.pdf", "notas.md"), comes_with=("html", "notebooks"), browser=True),
    Format("notebooks", "notebooks", ("notebooks/**", "notebooks.zip"), html=False),
    Format("pptx", "slides", ("deck.pptx",), comes_with=("notebooks",), browser=True),
    Format("png", "slides", ("png/*.png", "contact.png"), browser=True),
    Format("questions", "questions", ("perguntas.html", "perguntas.tsv"), comes_with=("html", "notebooks")),
    Format("site", "site", ("index.html", "planos.html"), comes_with=("html", "notebooks"), browser=True),
)
NAMES = tuple(each.name for each in FORMATS)


def with_companions(names: Iterable[str]) -> frozenset[str]:
    """Return the names of formats, and the names of the formats that come with them."""
    wanted = set(names)
    return frozenset(wanted.union(*(each.comes_with for each in FORMATS if each.name in wanted)))
