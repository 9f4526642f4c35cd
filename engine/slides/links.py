"""Links of a slide: to the notebooks of its snippets, from a topic (``see``) to the slides of its errors, and back.

The slides of a snippet are known only after every part is rendered. Until then, each slide has a placeholder for its
line of links, which `with_links` replaces. The links are in the bottom margin and take no space on the slide.
"""

import json
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from urllib.parse import quote

from engine.core.problems import Slide
from engine.slides.portuguese import markdown_text

PLACEHOLDER = "\N{OBJECT REPLACEMENT CHARACTER}links {}\n"

# Folder of the notebooks, relative to the deck.
NOTEBOOKS = "notebooks"
# Branch of the repository that contains only the notebooks: Colab opens files of a branch, not of a site.
_BRANCH = "notebooks"


@dataclass(frozen=True)
class Placement:
    """A block that a word placed on a slide, or the references of ``see``, which are no block."""

    slide: int  # number of the slide, from 1
    line: int  # line of the word in its part, from 1
    word: str  # name of the word
    mark: str  # kind of the block in the page: the language of its fence, else ``figure`` or ``table``; empty for none
    snippet: str = ""  # name of the snippet that it shows; empty when it shows several
    several: tuple[str, ...] = ()  # names of the snippets in its rows, or that it refers to


def with_links(text: str, placements: list[Placement], slides: Iterable[Slide], repository: str = "") -> str:
    """Return the rendered parts with the links of each slide at its placeholder, to Colab with a repository."""
    # A negative number is that of a slide of the whole deck, to which a cut links; these come after its own.
    title = {slide.number: slide.title or str(slide.number) for slide in slides}
    # The first slide that shows a snippet, and the slides that each slide refers to.
    first = {name: p.slide for p in reversed(placements) if p.mark for name in (p.snippet, *p.several)}
    leads: dict[int, set[int]] = {number: set() for number in title}
    for see in (placement for placement in placements if not placement.mark):
        leads[see.slide] |= {first[name] for name in see.several if name in first}
    page = ["", "deck.html"]

    def links(found: re.Match[str]) -> str:
        here = int(found.group(1))
        targets = sorted(leads[here] - {here}, key=abs)
        sources = {slide for slide, numbers in leads.items() if here in numbers} - {here} - {*targets}
        blocks = [placement for placement in placements if placement.slide == here and placement.mark]
        shown = dict.fromkeys(name for block in blocks for name in (block.snippet, *block.several) if name)
        groups = {
            "": notebook_links(shown, repository),
            "Erro comum: ": " · ".join(f"[{markdown_text(title[n])}]({page[n < 0]}#{abs(n)})" for n in targets),
            "Onde se aprende: ": " · ".join(f"[slide {number}](#{number})" for number in sorted(sources)),
        }
        words = " | ".join(head + links for head, links in groups.items() if links)
        return f"<!-- _footer: {json.dumps(words, ensure_ascii=False)} -->\n\n" if words else ""

    return re.sub(PLACEHOLDER.format(r"(\d+)"), links, text)


def notebook_links(snippets: Collection[str], repository: str = "") -> str:
    """Return Markdown links to the notebooks of some snippets, and to Colab when there is a repository.

    Several are named without their folders, so that a slide of four errors has room for them.
    """
    links = []
    for name in snippets:
        text = f"notebook {name}" if len(snippets) == 1 else name.rpartition("/")[2]
        links.append(f"[{text}]({NOTEBOOKS}/{quote(name)}.ipynb)")
        if repository:
            links[-1] += f" [(Colab)]({colab(name, repository)})"
    return ("notebooks: " if len(links) > 1 else "") + " · ".join(links)


def colab(name: str, repository: str) -> str:
    """Return the URL that opens a notebook in Colab, from the branch that contains the notebooks."""
    owner, project = repository.rsplit("/", 2)[1:]
    return f"https://colab.research.google.com/github/{owner}/{project}/blob/{_BRANCH}/{quote(name)}.ipynb"
