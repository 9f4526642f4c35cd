"""The common base of the words: find the snippet and the cell, record what is shown, report problems.

An unknown name is reported with the nearest known name. Rendering continues, so that one run shows every problem.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field

import nbformat

from engine.core.media import ANSI, SVG, TABLE, TEXT
from engine.core.problems import Problem, did_you_mean
from engine.slides import portuguese
from engine.slides.links import Links
from engine.slides.parts import Part
from engine.snippets.read import Snippet

# Number of lines that fit on a slide. A longer text is cut, and the number of omitted lines is shown.
MAX_LINES = 14


@dataclass(frozen=True)
class Placement:
    """A block that a word placed on a slide."""

    slide: int  # number of the slide, from 1
    line: int  # line of the word in its part, from 1
    word: str  # name of the word
    mark: str  # kind of the block in the page: the language of its fence, else ``figure`` or ``table``
    snippet: str = ""  # name of its snippet; empty when it shows several


@dataclass
class RenderContext:
    """The shared state of the words of all parts: what can be shown, and what has been shown."""

    snippets: dict[str, Snippet]  # every snippet by name
    results: dict[str, nbformat.NotebookNode]  # executed notebook of each snippet that succeeded
    links: Links = field(default_factory=Links)  # the links of each slide
    images: dict[str, bytes] = field(default_factory=dict)  # the linked images, by path relative to the deck
    placements: list[Placement] = field(default_factory=list)  # the blocks on the slides, in order
    used: set[str] = field(default_factory=set)  # the snippets that a slide shows
    shown: set[tuple[str, str]] = field(default_factory=set)  # the cells that a slide shows, by snippet and name

    def unused(self) -> list[Problem]:
        """Return a problem for each snippet and cell that no slide shows."""
        problems = []
        for snippet in self.snippets.values():
            if snippet.name not in self.used:
                problems.append(snippet.problem("no slide shows this snippet; use it in a part or delete it"))
                continue
            for cell in snippet.cells.values():
                if (snippet.name, cell.name) not in self.shown and not cell.may_stay_off_slides:
                    message = f'no slide shows the cell "{cell.name}"; show it, or tag it: tags=["fora-do-slide"]'
                    problems.append(Problem(snippet.file, message, cell.line, snippet=snippet.name))
        return problems


class Lookup:
    """The base class of the words of one part."""

    def __init__(self, context: RenderContext, part: Part, steps: list[str]):
        self._context, self._part, self._steps = context, part, steps
        self.problems: list[Problem] = []

    def _find(self, snippet: str, cell: str | None = None) -> bool:
        """Record the use of a snippet or cell, and return whether it exists; report an unknown name."""
        snippets = self._context.snippets
        if snippet not in snippets:
            self._report(f'no snippet "{snippet}" in snippets/{did_you_mean(snippet, snippets)}', snippet)
            return False
        self._context.used.add(snippet)
        if cell is None or not snippets[snippet].valid:  # what is wrong with it is told already
            return cell is None
        cells = snippets[snippet].cells
        if cell not in cells:
            near = did_you_mean(cell, cells, "cells")
            self._report(f'no cell "{cell}" in {snippets[snippet].file}{near}', cell, snippet)
            return False
        self._context.shown.add((snippet, cell))
        return True

    def _node(self, snippet: str, cell: str) -> nbformat.NotebookNode | None:
        """Return the executed cell; None when there is no such cell or its snippet failed."""
        known = self._find(snippet, cell) and snippet in self._context.results
        return self._executed(snippet, cell) if known else None

    def _executed(self, snippet: str, cell: str) -> nbformat.NotebookNode:
        self._context.shown.add((snippet, cell))
        cells = self._context.results[snippet].cells
        return next(node for node in cells if node.metadata.get("name") == cell)

    def _place(self, word: str, mark: str, snippet: str = "") -> None:
        """Record a block of the current slide."""
        line = template_line()
        slide = self._part.slide_at(line).number
        self._context.placements.append(Placement(slide, line, word, mark, snippet))

    def _fence(self, word: str, snippet: str, language: str, text: str, attributes: str = "") -> str:
        """Return a fenced block whose fence is longer than any in the text, so that the text cannot close it."""
        self._place(word, language, snippet)
        longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
        fence = "`" * max(3, longest + 1)
        return f"{self._linked(snippet)}{fence}{' '.join(filter(None, (language, attributes)))}\n{text}\n{fence}"

    def _linked(self, snippet: str) -> str:
        """Return the placeholder for the links of the current slide; empty if the slide already has it."""
        slide = self._part.slide_at(template_line()).number
        return self._context.links.add_occurrence(slide, snippet)

    def _report(self, message: str, at: str, snippet: str = "") -> None:
        self.problems.append(self._part.problem(template_line(), message, at, snippet))


def template_line() -> int:
    """Return the line of the template that is being rendered."""
    frame = sys._getframe(1)
    while "__jinja_template__" not in frame.f_globals:
        assert frame.f_back is not None, "only a template says words"
        frame = frame.f_back
    return frame.f_globals["__jinja_template__"].get_corresponding_lineno(frame.f_lineno)


def printed_text(node: nbformat.NotebookNode) -> str:
    """Return the standard output and the values of a cell that are shown as text, cut to `MAX_LINES`."""
    texts = []
    for output in node.outputs:
        if output.output_type == "stream" and output.name == "stdout":
            texts.append(output.text)
        elif (data := output.get("data", {})) and not data.keys() & {TABLE, SVG, "image/png", "image/jpeg"}:
            texts.append(data.get(TEXT, ""))
    lines = ANSI.sub("", "\n".join(text.rstrip("\n") for text in texts)).splitlines()
    return "\n".join([*lines[:MAX_LINES], *portuguese.omitted_note(len(lines) - MAX_LINES, "linha")])
