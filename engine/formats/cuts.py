"""Make the files of a cut: its HTML, PDF, handout and notes, beside those of the whole deck, to which it links."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from engine.core.browser import find_browser
from engine.core.files import temporary_folder, write_atomically
from engine.core.paths import Paths
from engine.formats.context import FormatContext
from engine.formats.handout import handout
from engine.formats.marp import MarpProcess, convert_all
from engine.formats.slides import html, pdf
from engine.slides.cuts import cut_deck
from engine.slides.deck import Deck


def make_cut(whole: FormatContext, name: str) -> dict[str, bytes]:
    """Return the files of a cut, under its name: ``short.html``, ``short.pdf``, ``short-apostila.pdf`` and so on."""
    deck = cut_deck(whole.deck, name, whole.paths.root)
    with converted(deck, whole.paths, ("html", "pdf", "bare.html")) as context:
        files = html(context) | pdf(context) | handout(context)
    return {file.replace("deck", name) if "deck" in file else f"{name}-{file}": data for file, data in files.items()}


@contextmanager
def converted(deck: Deck, paths: Paths, kinds: tuple[str, ...]) -> Iterator[FormatContext]:
    """Convert a deck with Marp in a folder of its own, which is deleted when the context is left."""
    with temporary_folder("cut") as folder, ExitStack() as stack:
        stage, browser = Path(folder).resolve(), find_browser() if "pdf" in kinds else None
        for file, data in {"deck.md": deck.markdown.encode(), **deck.images}.items():
            write_atomically(stage / file, data)
        marp = {kind: stack.enter_context(MarpProcess(stage, paths.marp_config, browser)) for kind in kinds}
        yield FormatContext(deck, paths, stage, convert_all(marp, len(deck.slides)))
