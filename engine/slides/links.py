"""Links of a slide: to the notebooks of its snippets, from a topic (``see``) to the slides of its errors, and back.

The slides of a snippet are known only after every part is rendered. Until then, each slide has a placeholder for its
line of links, which `Links.substitute` replaces. The links are in the bottom margin and take no space on the slide.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import quote

from engine.core.problems import Slide
from engine.slides.portuguese import markdown_text

_PLACEHOLDER = re.compile("\N{OBJECT REPLACEMENT CHARACTER}links (\\d+)\n")

# Folder of the notebooks, relative to the deck.
NOTEBOOKS = "notebooks"
# Branch of the repository that contains only the notebooks: Colab opens files of a branch, not of a site.
_BRANCH = "notebooks"


class Links:
    """The references from slides to snippets of errors, and the slides that show each snippet.

    Args:
        repository: see `engine.slides.course.Course`; if not empty, each notebook also has a link to Colab.
    """

    def __init__(self, repository: str = ""):
        self._repository = repository
        self._references: dict[int, list[str]] = defaultdict(list)
        self._occurrences: dict[str, list[int]] = defaultdict(list)
        self._notebooks: dict[int, list[str]] = defaultdict(list)
        self._placed: set[int] = set()

    def add_reference(self, slide: int, snippet: str) -> str:
        """Record that a slide refers to a snippet; return the placeholder of the slide, once per slide."""
        self._references[slide].append(snippet)
        return self._placeholder(slide)

    def add_occurrence(self, slide: int, snippet: str) -> str:
        """Record that a slide shows a snippet, to whose notebook it links; return the placeholder, once per slide."""
        self._occurrences[snippet].append(slide)
        if snippet not in self._notebooks[slide]:
            self._notebooks[slide].append(snippet)
        return self._placeholder(slide)

    def _placeholder(self, slide: int) -> str:
        if slide in self._placed:
            return ""
        self._placed.add(slide)
        return f"\N{OBJECT REPLACEMENT CHARACTER}links {slide}\n"

    def substitute(self, text: str, slides: Iterable[Slide]) -> str:
        """Return the rendered parts with every placeholder replaced by the links of its slide."""
        title = {slide.number: slide.title or str(slide.number) for slide in slides}
        shown = {snippet: numbers[0] for snippet, numbers in self._occurrences.items()}
        leads = {slide: {shown[name] for name in names if name in shown} for slide, names in self._references.items()}

        def links(found: re.Match[str]) -> str:
            here = int(found.group(1))
            targets = leads.get(here, set()) - {here}
            sources = {slide for slide, numbers in leads.items() if here in numbers} - {here} - targets
            errors = [f"[{markdown_text(title[number])}](#{number})" for number in sorted(targets)]
            topics = [f"[slide {number}](#{number})" for number in sorted(sources)]
            words = [notebook_links(self._notebooks[here], self._repository)] if self._notebooks[here] else []
            words += [f"Erro comum: {' · '.join(errors)}"] if errors else []
            words += [f"Onde se aprende: {' · '.join(topics)}"] if topics else []
            return f"<!-- _footer: {json.dumps(' | '.join(words), ensure_ascii=False)} -->\n\n" if words else ""

        return _PLACEHOLDER.sub(links, text)


def notebook_links(snippets: list[str], repository: str = "") -> str:
    """Return Markdown links to the notebooks of some snippets, and to Colab when there is a repository.

    Several are named without their folders, so that a slide of four errors has room for them.
    """
    links = []
    for name in snippets:
        text = f"notebook {name}" if len(snippets) == 1 else name.rpartition("/")[2]
        link = f"[{text}]({NOTEBOOKS}/{quote(name)}.ipynb)"
        if repository:
            link += f" [(Colab)]({colab(name, repository)})"
        links.append(link)
    return ("notebooks: " if len(links) > 1 else "") + " · ".join(links)


def colab(name: str, repository: str) -> str:
    """Return the URL that opens a notebook in Colab, from the branch that contains the notebooks."""
    owner, project = repository.rsplit("/", 2)[1:]
    return f"https://colab.research.google.com/github/{owner}/{project}/blob/{_BRANCH}/{quote(name)}.ipynb"
