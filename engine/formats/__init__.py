"""The table of formats: what a build can make of a deck.

A new format is a record here and a module of its name, with a function ``make`` that takes a
`engine.formats.context.FormatContext` and returns the files by their path beside the deck. The command line, what needs
the browser, what Marp makes, what is missing and what the site offers all follow from the record.

Standard library alone: the front door asks the table on a bare machine, and modules are imported when they make.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Format:
    """A format of the deck."""

    name: str  # what ``--formats`` calls it; its module is ``engine.formats.NAME``
    files: tuple[str, ...]  # what it writes, as patterns relative to the folder of the deck
    comes_with: tuple[str, ...] = ()  # other formats that it links to
    # what it needs of Marp: ``html``, ``pdf``, ``pptx`` or ``bare.html``, the slides without a player
    marp: tuple[str, ...] = ()
    browser: bool = False  # whether it needs a browser
    # what the site offers of it: file, what it is, what it is good for
    downloads: tuple[tuple[str, str, str], ...] = ()


# The site comes last: it offers what the others made.
FORMATS = (
    Format(
        "html",
        ("deck.html",),
        comes_with=("notebooks",),
        marp=("html",),
        downloads=(("deck.html", "Slides para apresentar", "um arquivo só, abre em qualquer navegador, sem rede"),),
    ),
    Format(
        "pdf",
        ("deck.pdf",),
        comes_with=("notebooks",),
        marp=("pdf",),
        browser=True,
        downloads=(("deck.pdf", "Slides em PDF", "um slide por página, com as notas como comentários"),),
    ),
    Format(
        "handout",
        ("apostila.pdf", "notas.md"),
        comes_with=("html", "notebooks"),
        marp=("html", "bare.html"),
        browser=True,
        downloads=(
            ("apostila.pdf", "Apostila em PDF", "cada slide com as notas abaixo, em A4, para ler e imprimir"),
            ("notas.md", "Notas de quem apresenta", "o que dizer em cada slide, em texto"),
        ),
    ),
    Format(
        "notebooks",
        ("notebooks/**", "notebooks.zip"),
        downloads=(("notebooks.zip", "Todos os notebooks", "com os dados e a lista das versões testadas"),),
    ),
    Format(
        "pptx",
        ("deck.pptx",),
        comes_with=("notebooks",),
        marp=("pptx",),
        browser=True,
        downloads=(("deck.pptx", "Slides em PowerPoint", "cada slide é uma imagem; as notas são texto"),),
    ),
    Format("png", ("png/*.png", "contact.png"), marp=("html",), browser=True),
    Format("site", ("index.html",), comes_with=("html", "notebooks"), marp=("html",), browser=True),
)
NAMES = tuple(each.name for each in FORMATS)


def with_companions(names: Iterable[str]) -> frozenset[str]:
    """Return the names of formats, and of those that come with them."""
    wanted = set(names)
    return frozenset(wanted.union(*(each.comes_with for each in FORMATS if each.name in wanted)))
