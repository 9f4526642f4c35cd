"""The common base of the words: find the snippet and the cell, record what is shown, report problems.

An unknown name is reported with the nearest known name. Rendering continues, so that one run shows every problem.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from traceback import walk_stack
from typing import NoReturn, TypeAlias

import nbformat

from engine.core.media import ANSI, SVG, TABLE, TEXT
from engine.core.problems import Problem, did_you_mean
from engine.slides import portuguese
from engine.slides.links import PLACEHOLDER, Placement
from engine.slides.parts import Part
from engine.snippets.read import Snippet

Run: TypeAlias = Mapping[str, object] | None

# Number of lines that fit on a slide. A longer text is cut, and the number of omitted lines is shown.
MAX_LINES = 14
# The text of what Jupyter shows otherwise, such as HTML.
_NO_TEXT = re.compile(r"<IPython[\w.]+ object>")


@dataclass
class RenderContext:
    """The shared state of the words of all parts: what can be shown, and what has been shown."""

    snippets: dict[str, Snippet]  # every snippet by name
    results: dict[str, nbformat.NotebookNode]  # executed notebook of each snippet that succeeded
    problems: list[Problem] = field(default_factory=list)  # what is wrong in the parts
    images: dict[str, bytes] = field(default_factory=dict)  # the linked images, by path relative to the deck
    placements: list[Placement] = field(default_factory=list)  # what is on the slides, in order
    # the snippets and cells that a slide shows: the name of the snippet, with that of the cell or None
    shown: set[tuple[str, str | None]] = field(default_factory=set)
    complete: bool = True  # whether every word of every part could be rendered

    def unused(self) -> Iterator[Problem]:
        """Yield a problem for each snippet and cell that no slide shows."""
        for snippet in self.snippets.values():
            if (snippet.name, None) not in self.shown:
                yield snippet.problem("no slide shows this snippet; use it in a part or delete it")
                continue
            for cell in snippet.cells.values():
                if (snippet.name, cell.name) not in self.shown and not cell.may_stay_off_slides:
                    message = f'no slide shows the cell "{cell.name}"; show it, or tag it: tags=["fora-do-slide"]'
                    yield Problem(snippet.file, message, cell.line, snippet=snippet.name)


class NothingToShowError(Exception):
    """A word has nothing to show, and the reason is reported."""


class Lookup:
    """The base class of the words of one part, each of which shows nothing when it raises `NothingToShowError`."""

    def __init__(self, context: RenderContext, part: Part, steps: list[str]):
        self._context, self._part, self._steps = context, part, steps

    def _find(self, snippet: str, cell: str | None = None) -> Snippet:
        """Record the use of a snippet or cell, and return the snippet; report an unknown name."""
        snippets = self._context.snippets
        if snippet not in snippets:
            self._fail(f'no snippet "{snippet}" in snippets/{did_you_mean(snippet, snippets)}', snippet)
        found = snippets[snippet]
        self._context.shown.add((snippet, None))
        if not found.valid:  # what is wrong with it is told already
            raise NothingToShowError
        if cell is not None and cell not in found.cells:
            self._fail(f'no cell "{cell}" in {found.file}{did_you_mean(cell, found.cells, "cells")}', cell, snippet)
        self._context.shown.add((snippet, cell))
        return found

    def _result(self, snippet: str, cell: str | None = None, run: Run = None) -> nbformat.NotebookNode:
        """Return the executed notebook of a snippet, or one cell of it; a snippet that failed has none.

        `run` has the values of some parameters of the run, the first one of the text if it is None.
        """
        found = self._find(snippet, cell)
        given = {each.name: each.parameters for each in found.runs}
        fit = [name for name, values in given.items() if values.items() >= (run or {}).items()]
        if not fit:
            known = ", ".join(", ".join(f"{name} = {value}" for name, value in each.items()) for each in given.values())
            self._fail(f"{snippet} has no run with {run}; its runs have {known}", snippet, snippet)
        if fit[0] not in self._context.results:
            raise NothingToShowError
        result = self._context.results[fit[0]]
        return next(node for node in result.cells if node.metadata.get("name") == cell) if cell else result

    def _place(self, word: str, mark: str, snippet: str = "", several: tuple[str, ...] = ()) -> str:
        """Record what is on the current slide; return the placeholder for the slide's links, once per slide."""
        line, placements = template_line(), self._context.placements
        slide = self._part.slide_at(line).number
        placed = any(each.slide == slide for each in placements)
        placements.append(Placement(slide, line, word, mark, snippet, several))
        return "" if placed else PLACEHOLDER.format(slide)

    def _fence(self, word: str, snippet: str, language: str, text: str, attributes: str = "") -> str:
        """Return a fenced block whose fence is longer than any in the text, so that the text cannot close it."""
        fence = portuguese.backticks(text, 3)
        head = f"{self._place(word, language, snippet)}{fence}{language}"
        return f"{head}{attributes and f' {attributes}'}\n{text}\n{fence}"

    def _report(self, message: str, at: str, snippet: str = "") -> None:
        self._context.problems.append(self._part.problem(template_line(), message, at, snippet))

    def _fail(self, message: str, at: str, snippet: str = "") -> NoReturn:
        self._report(message, at, snippet)
        raise NothingToShowError


def template_line() -> int:
    """Return the line of the template that is being rendered."""
    frame = next(frame for frame, _ in walk_stack(sys._getframe()) if "__jinja_template__" in frame.f_globals)
    return frame.f_globals["__jinja_template__"].get_corresponding_lineno(frame.f_lineno)


def printed_text(node: nbformat.NotebookNode) -> str:
    """Return the standard output and the values of a cell that are shown as text, cut to `MAX_LINES`."""
    texts = []
    for output in node.outputs:
        if output.output_type == "stream" and output.name == "stdout":
            texts.append(output.text)
        elif (data := output.get("data", {})) and not data.keys() & {TABLE, SVG, "image/png", "image/jpeg"}:
            texts.append(_NO_TEXT.sub("", data.get(TEXT, "")))
    lines = ANSI.sub("", "\n".join(text.rstrip("\n") for text in texts)).split("\n")
    return "\n".join([*lines[:MAX_LINES], *portuguese.omitted_note(len(lines) - MAX_LINES, "linha")])
