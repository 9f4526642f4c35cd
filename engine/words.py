"""The words that a part can say: ``code``, ``output``, ``figure``, ``table``, ``value``, ``step``.

Each takes its text from a result, never from the author. A wrong name is reported with the nearest right one, and the
rendering goes on, so that one run shows every mistake.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import nbformat

from engine import portuguese
from engine.figure import slide_figure
from engine.problems import Problem, did_you_mean
from engine.snippet import Snippet

if TYPE_CHECKING:
    from engine.deck import Part

# What fits on a slide; of anything longer the beginning is shown, and how much was left out.
MOST_LINES = 14
_ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_TABLE = "application/vnd.dataresource+json"
_SVG = "image/svg+xml"


@dataclass(frozen=True)
class Shown:
    """A block that a word put on a slide.

    Args:
        slide: number of the slide, from 1.
        line: line of the word in its part, from 1.
        kind: the word: ``code``, ``output``, ``figure`` or ``table``.
        snippet: where it comes from; empty when there is no such snippet.
    """

    slide: int
    line: int
    kind: str
    snippet: str = ""


class Words:
    """The words of one deck, and what has been shown with them.

    Args:
        snippets: every snippet by name.
        results: the executed notebook of each snippet that ran well.
    """

    def __init__(self, snippets: dict[str, Snippet], results: dict[str, nbformat.NotebookNode]):
        self._snippets = snippets
        self._results = results
        self._shown: set[tuple[str, str]] = set()
        self._used: set[str] = set()
        self.images: dict[str, bytes] = {}
        self.blocks: list[Shown] = []

    def for_part(self, part: Part, steps: list[str], problems: list[Problem]) -> dict[str, Callable[..., str]]:
        """Return the words for one part; what is wrong with their use is added to `problems`."""
        spoken = _Part(self, part, steps, problems)
        return {name: getattr(spoken, name) for name in ("code", "output", "figure", "table", "value", "step")}

    def never_shown(self) -> list[Problem]:
        """Return the snippets and cells that no slide showed."""
        problems = []
        for snippet in self._snippets.values():
            if snippet.name not in self._used:
                problems.append(Problem(snippet.file, "no slide shows this snippet; use it in a part or delete it"))
                continue
            for cell in snippet.cells.values():
                if (snippet.name, cell.name) not in self._shown and not cell.may_stay_off_slides:
                    message = f'no slide shows the cell "{cell.name}"; show it, or tag it: tags=["fora-do-slide"]'
                    problems.append(Problem(snippet.file, message, cell.line))
        return problems


class _Part:
    """The words, bound to the part that says them."""

    def __init__(self, words: Words, part: Part, steps: list[str], problems: list[Problem]):
        self._words, self._part, self._steps, self._problems = words, part, steps, problems

    def code(self, snippet: str, cell: str) -> str:
        """Show the code of a cell."""
        self._note("code", snippet)
        if not self._find(snippet, cell):
            return ""
        return _fenced("python", self._words._snippets[snippet].cells[cell].source)

    def output(self, snippet: str, cell: str) -> str:
        """Show what a cell printed, and its last value; of long text, its beginning."""
        self._note("output", snippet)
        node = self._node(snippet, cell)
        if node is None:
            return ""
        text = _text(node)
        if not text:
            self._report(f'the cell "{cell}" of {snippet} printed nothing; print in it, or show its code only', cell)
        return _fenced("saida", text)

    def figure(self, snippet: str, cell: str, *, alt: str) -> str:
        """Show the figure that a cell drew; `alt` says what it shows to those who can't see it."""
        self._note("figure", snippet)
        node = self._node(snippet, cell)
        if node is None:
            return ""
        drawings = [o["data"][_SVG] for o in node.outputs if _SVG in o.get("data", {})]
        if len(drawings) != 1:
            self._report(f'the cell "{cell}" of {snippet} drew {len(drawings)} figures; it must draw one', cell)
            return ""
        if not alt.strip():
            self._report("alt is empty; say in a sentence what the figure shows", "alt")
        name = f"{snippet}-{cell}"
        self._words.images[f"figures/{name}.svg"] = slide_figure(drawings[0], name).encode()
        return f"![{portuguese.markdown_text(alt)}](figures/{name}.svg)"

    def table(self, snippet: str, cell: str, *, digits: int = 2) -> str:
        """Show the DataFrame that is a cell's last value, as a table in Portuguese; of a long one, the first rows."""
        self._note("table", snippet)
        node = self._node(snippet, cell)
        if node is None:
            return ""
        tables = [o["data"][_TABLE] for o in node.outputs if _TABLE in o.get("data", {})]
        if not tables:
            self._report(f'the last value of the cell "{cell}" of {snippet} is no DataFrame', cell)
            return ""
        return portuguese.markdown_table(tables[-1], digits, most=MOST_LINES)

    def value(self, snippet: str, name: str, *, digits: int = 2, percent: bool = False) -> str:
        """Say a number or a text that a snippet computed; ``a.b`` is the key b of the dictionary a."""
        if not self._find(snippet):
            return ""
        if snippet not in self._words._results:
            return ""
        values = self._words._results[snippet].metadata["values"]
        flat = {k: v for k, v in values.items() if not isinstance(v, dict)}
        flat |= {f"{k}.{inner}": v for k, d in values.items() if isinstance(d, dict) for inner, v in d.items()}
        if name not in flat:
            file = self._words._snippets[snippet].file
            self._report(f'no value "{name}" in {file}{did_you_mean(name, flat, "values")}', name)
            return ""
        return portuguese.number(flat[name], digits, percent)

    def step(self, name: str) -> str:
        """Mark on this slide the step of a project that it is about."""
        from engine.deck import part_name

        if name not in self._steps:
            self._report(f'no step "{name}"{did_you_mean(name, self._steps, "steps")}', name)
        marked = " ".join(f"**{step}**" if step == name else step for step in self._steps)
        text = f'{part_name(self._part)}<span class="steps">{marked}</span>'
        return f"<!-- _header: {json.dumps(text, ensure_ascii=False)} -->"

    def _find(self, snippet: str, cell: str | None = None) -> bool:
        """Note that a snippet or cell is used; report it when there is none of that name."""
        snippets = self._words._snippets
        if snippet not in snippets:
            self._report(f'no snippet "{snippet}" in snippets/{did_you_mean(snippet, snippets)}', snippet)
            return False
        self._words._used.add(snippet)
        if cell is None:
            return True
        cells = snippets[snippet].cells
        if cell not in cells:
            near = did_you_mean(cell, cells, "cells")
            self._report(f'no cell "{cell}" in {snippets[snippet].file}{near}', cell)
            return False
        self._words._shown.add((snippet, cell))
        return True

    def _node(self, snippet: str, cell: str) -> nbformat.NotebookNode | None:
        """Return the executed cell, or None when there is no such cell or its snippet failed."""
        if not self._find(snippet, cell) or snippet not in self._words._results:
            return None
        cells = self._words._results[snippet].cells
        return next(node for node in cells if node.metadata.get("name") == cell)

    def _note(self, kind: str, snippet: str) -> None:
        line = _template_line()
        known = snippet if snippet in self._words._snippets else ""
        self._words.blocks.append(Shown(self._part.at(line).number, line, kind, known))

    def _report(self, message: str, at: str) -> None:
        self._problems.append(self._part.problem(_template_line(), message, at=at))


def _template_line() -> int:
    """Return the line of the template that is being rendered."""
    frame = sys._getframe(1)
    while "__jinja_template__" not in frame.f_globals:
        frame = frame.f_back
    return frame.f_globals["__jinja_template__"].get_corresponding_lineno(frame.f_lineno)


def _text(node: nbformat.NotebookNode) -> str:
    texts = []
    for output in node.outputs:
        if output.output_type == "stream" and output.name == "stdout":
            texts.append(output.text)
        elif output.output_type == "execute_result" and _TABLE not in output.data:
            texts.append(output.data["text/plain"])
    lines = _ANSI.sub("", "\n".join(text.rstrip("\n") for text in texts)).splitlines()
    return "\n".join([*lines[:MOST_LINES], *portuguese.left_out(len(lines) - MOST_LINES, "linha")])


def _fenced(language: str, text: str) -> str:
    """Return a fenced block that the text, whatever it holds, cannot close."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"
