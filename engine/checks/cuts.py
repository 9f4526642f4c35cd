"""The slides of cuts that look otherwise than in the whole deck: only these are measured, together on one page."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from engine.checks.context import CheckContext, measure
from engine.core.browser import open_browser
from engine.core.files import temporary_folder
from engine.core.paths import Paths
from engine.formats.context import convert
from engine.formats.marp import MarpProcess
from engine.slides.cuts import cut_deck
from engine.slides.deck import Deck

_SLIDE = re.compile(r"<svg data-marpit-svg.*?</foreignObject></svg>(?=<svg data-marpit-svg|</div>)", re.S)
_NOTE = re.compile(r'<div data-cut="\d+" class="bespoke-marp-note".*?</div>', re.S)
_MARK = re.compile(r'(?<=<section)(?= id="\d+")|(?<=<div)(?= class="bespoke-marp-note")')
# What differs between two decks on a slide that looks the same in both; Marp's script is in the last one.
_PLACE = re.compile(
    r'(?s) (?:id|data-cut|data-marpit-pagination(?:-total)?)="\d+"|--progress:[\d.]+'
    r"|deck\.html(?=#\d)|<script>.*?</script>"
)


def cut_contexts(deck: Deck, paths: Paths) -> Iterator[tuple[str, CheckContext]]:
    """Yield the name of each cut with the input of its rules: its slides that look like none before."""
    seen = {*_looks((paths.out / "deck.html").read_text("utf-8")).values()}
    with temporary_folder("cuts") as folder, MarpProcess(Path(folder), paths.marp_config) as marp:
        stage, pages, cuts = Path(folder).resolve(), dict[str, list[str]](), dict[str, Deck]()
        for name in deck.cuts:
            cuts[name] = cut_deck(deck, name, paths.root)
            html = convert(cuts[name], paths, stage, marp, {}).html
            marked = _MARK.sub(f' data-cut="{len(cuts)}"', html)
            if new := {slide: look for slide, look in _looks(marked).items() if look not in seen}:
                seen |= {*new.values()}
                (style, _), *_ = new.values()  # on a page of a cut with the same one, in place of its slides
                pages.setdefault(style, [html]).extend([*new, *_NOTE.findall(marked)])
        for html, *shown in pages.values():
            first, *_, last = [*_SLIDE.finditer(html)] * 2
            (stage / "cuts.html").write_text("".join([html[: first.start()], *shown, html[last.end() :]]), "utf-8")
            with open_browser(bypass_csp=True) as browser:
                page = measure(browser, stage / "cuts.html")
            for number, (name, cut) in enumerate(cuts.items(), 1):
                slides = [slide for slide in page.slides if slide["cut"] == number]
                told = [each for each in page.violations if each[-1] == number]
                yield name, CheckContext(cut, paths, replace(page, slides=slides, violations=told))


def _looks(html: str) -> dict[str, tuple[str, str]]:
    """Return the slides of a page, each with what makes it look as it does: the style of all, and its own text."""
    style = html[: html.find("<svg data-marpit-svg")].rpartition("<style>")[2]
    return {slide: (style, _PLACE.sub("", slide)) for slide in _SLIDE.findall(html)}
