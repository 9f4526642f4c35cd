"""Make the files of a cut: its HTML, PDF, handout and notes, beside those of the whole deck, to which it links."""

from collections.abc import Iterator
from pathlib import Path

from engine.core.files import temporary_folder
from engine.core.problems import Problem
from engine.formats import FORMATS, NAMES
from engine.formats.context import FormatContext, convert
from engine.formats.marp import MarpProcess
from engine.slides.course import FILE
from engine.slides.cuts import cut_deck
from engine.slides.deck import Deck


def taken_names(deck: Deck, root: Path) -> Iterator[Problem]:
    """Find cuts whose files would be those of a format, or which ``--formats`` would take for one."""
    for name in deck.cuts:  # none where deck.toml cannot be read, which is told elsewhere
        if name in NAMES or any(each.wrote((f"{name}.html".lower(),)) for each in FORMATS):
            text = (root / FILE).read_text("utf-8-sig")
            line = text.count("\n", 0, text.find(name, text.find("[cuts]"))) + 1
            yield Problem(FILE, f'the cut "{name}" has the name of a format or of its file; give it another', line)


def make_cut(whole: FormatContext, name: str) -> dict[str, bytes]:
    """Return the files of a cut, under its name: ``short.html``, ``short.pdf``, ``short-apostila.pdf`` and so on."""
    from engine.formats.handout import handout  # here: a build without cuts need not wait for their packages
    from engine.formats.slides import html, pdf

    deck, paths = cut_deck(whole.deck, name, whole.paths.root), whole.paths
    with temporary_folder("cut") as folder, MarpProcess(Path(folder), paths.marp_config) as marp:
        context = convert(deck, paths, Path(folder).resolve(), marp, {}, prints=True)
        files = html(context) | pdf(context) | handout(context)
    return {file.replace("deck", name) if "deck" in file else f"{name}-{file}": data for file, data in files.items()}
