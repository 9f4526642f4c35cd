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
    # conversions that it needs from Marp: ``html``, ``pdf``, ``pptx`` or ``bare.html`` (slides without a player)
    marp: tuple[str, ...] = ()
    browser: bool = False  # whether it needs a browser

    def make(self, context: Any) -> dict[str, bytes]:
        """Return its files, by path relative to the deck, for an `engine.formats.context.FormatContext`."""
        return getattr(import_module(f"engine.formats.{self.module}"), self.name)(context)

    def wrote(self, files: Iterable[str]) -> bool:
        """Return whether some files, by path relative to the folder of the deck, are of this format."""
        return any(fnmatch(file, pattern) for file in files for pattern in self.files)


# The site is last, because it links to the files of the other formats.
FORMATS = (
    Format("html", "slides", ("deck.html",), comes_with=("notebooks",), marp=("html",)),
    Format("pdf", "slides", ("deck.pdf",), comes_with=("notebooks",), marp=("pdf",), browser=True),
    Format("handout", "handout", ("apostila.pdf", "notas.md"), ("html", "notebooks"), ("html", "bare.html"), True),
    Format("notebooks", "notebooks", ("notebooks/**", "notebooks.zip")),
    Format("pptx", "slides", ("deck.pptx",), comes_with=("notebooks",), marp=("pptx",), browser=True),
    Format("png", "slides", ("png/*.png", "contact.png"), marp=("html",), browser=True),
    Format("questions", "questions", ("perguntas.html", "perguntas.tsv"), ("html", "notebooks"), ("html",)),
    Format(
        "site", "site", ("index.html", "planos.html"), comes_with=("html", "notebooks"), marp=("html",), browser=True
    ),
)
# What the site offers of them: file, title, purpose.
DOWNLOADS = (
    ("deck.html", "Slides para apresentar", "um arquivo só, abre em qualquer navegador, sem rede"),
    ("deck.pdf", "Slides em PDF", "um slide por página, com as notas como comentários"),
    ("apostila.pdf", "Apostila em PDF", "cada slide com as notas abaixo, em A4, para ler e imprimir"),
    ("notas.md", "Notas de quem apresenta", "o que dizer em cada slide, em texto"),
    ("notebooks.zip", "Todos os notebooks", "com os dados e a lista das versões testadas"),
    ("perguntas.html", "Perguntas com respostas", "para pensar antes de abrir, e em cartões para o Anki"),
    ("planos.html", "Planos de aula", "os minutos, os objetivos e o que guardar, parte por parte e por corte"),
    ("deck.pptx", "Slides em PowerPoint", "cada slide é uma imagem; as notas são texto"),
)
NAMES = tuple(each.name for each in FORMATS)


def with_companions(names: Iterable[str]) -> frozenset[str]:
    """Return the names of formats, and the names of the formats that come with them."""
    wanted = set(names)
    return frozenset(wanted.union(*(each.comes_with for each in FORMATS if each.name in wanted)))
