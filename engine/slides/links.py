"""Links of a slide: to the notebooks of what it shows, from a topic (``see``) to the slide of its errors, and back.

Where a snippet is shown is known only when every part is rendered. So a mark stands for the line of links of a slide
until then, and `Links.resolved` puts the links in its place. They stand in the margin below, and take no room.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from engine.core.problems import Slide
from engine.slides.portuguese import markdown_text

_MARK = re.compile("\N{OBJECT REPLACEMENT CHARACTER}links (\\d+)\n")

# Where the notebooks are, beside the deck.
NOTEBOOKS = "notebooks"
# The branch of the repository that holds the notebooks alone: Colab opens files of a branch, not of a site.
_BRANCH = "notebooks"


class Links:
    """Who points to which snippet of an error, and on which slides it is shown."""

    def __init__(self):
        self._asked: dict[int, list[str]] = defaultdict(list)
        self._shown: dict[str, list[int]] = defaultdict(list)
        self._notebooks: dict[int, list[str]] = defaultdict(list)
        self._marked: set[int] = set()

    def ask(self, slide: int, snippet: str) -> str:
        """Note that a slide points to a snippet; return the mark of its links, once a slide."""
        self._asked[slide].append(snippet)
        return self._mark(slide)

    def show(self, slide: int, snippet: str, *, in_full: bool = True) -> str:
        """Note that a slide shows a snippet; return the mark of its links, once a slide.

        A slide that shows it `in_full`, not as a row among others, links to its notebook.
        """
        self._shown[snippet].append(slide)
        if in_full and snippet not in self._notebooks[slide]:
            self._notebooks[slide].append(snippet)
        return self._mark(slide)

    def _mark(self, slide: int) -> str:
        if slide in self._marked:
            return ""
        self._marked.add(slide)
        return f"\N{OBJECT REPLACEMENT CHARACTER}links {slide}\n"

    def resolved(self, text: str, slides: Iterable[Slide], notebooks: Callable[[list[str]], str]) -> str:
        """Return the text with every mark replaced by the links of its slide.

        Args:
            text: the rendered parts.
            slides: every slide.
            notebooks: gives the links to the notebooks of some snippets, as Markdown.
        """
        title = {slide.number: slide.title or str(slide.number) for slide in slides}

        def links(found: re.Match) -> str:
            here = int(found.group(1))
            targets = {self._shown[name][0] for name in self._asked.get(here, []) if self._shown.get(name)}
            errors = [f"[{markdown_text(title[number])}](#{number})" for number in sorted(targets - {here})]
            asking = {
                slide
                for slide, names in self._asked.items()
                for name in names
                if self._shown.get(name, [None])[0] == here
            }
            topics = [f"[slide {number}](#{number})" for number in sorted(asking - {here} - targets)]
            words = [notebooks(self._notebooks[here])] if self._notebooks[here] else []
            words += [f"Erro comum: {' · '.join(errors)}"] if errors else []
            words += [f"Onde se aprende: {' · '.join(topics)}"] if topics else []
            return f"<!-- _footer: {json.dumps(' | '.join(words), ensure_ascii=False)} -->\n\n" if words else ""

        return _MARK.sub(links, text)


def notebook_links(snippets: list[str], repository: str) -> str:
    """Return, as Markdown, the links of a slide to the notebooks of what it shows.

    Args:
        snippets: their names.
        repository: see `engine.slides.parts.Course`; with one, each can be opened in Colab too.
    """
    links = []
    for name in snippets:
        link = f"[notebook {name}]({NOTEBOOKS}/{name}.ipynb)"
        if repository:
            link += f" [(Colab)]({colab(name, repository)})"
        links.append(link)
    return " · ".join(links)


def colab(name: str, repository: str) -> str:
    """Return the address at which Colab opens a notebook, from the branch that holds them."""
    owner, project = repository.rsplit("/", 2)[1:]
    return f"https://colab.research.google.com/github/{owner}/{project}/blob/{_BRANCH}/{name}.ipynb"
