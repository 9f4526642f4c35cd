"""The words that a part can say: ``code``, ``output``, ``figure``, ``table``, ``value``, ``step``, and those of errors:
``error``, ``errors``, ``see``.

Each takes its text from a result, never from the author. A wrong name is reported with the nearest right one, and the
rendering goes on, so that one run shows every mistake.
"""

from __future__ import annotations

import json
import re
import sys
import textwrap
from collections.abc import Callable, Collection
from dataclasses import dataclass

import nbformat

from engine.core.problems import Problem, did_you_mean
from engine.slides import excerpts, portuguese
from engine.slides.figure import slide_figure
from engine.slides.links import Links
from engine.slides.parts import Part, part_name
from engine.snippets import expected
from engine.snippets.expected import FOLDER, KEYS, RIGHT, Declaration
from engine.snippets.read import Snippet

# What fits on a slide; of anything longer the beginning is shown, and how much was left out.
MOST_LINES = 14
# Characters of a message that a slide shows, and a row of a table.
MOST_LETTERS, MOST_LETTERS_OF_ROW = 220, 100
_ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_TABLE = "application/vnd.dataresource+json"
_SVG = "image/svg+xml"


@dataclass(frozen=True)
class Shown:
    """A block that a word put on a slide.

    Args:
        slide: number of the slide, from 1.
        line: line of the word in its part, from 1.
        kind: the word: ``code``, ``output``, ``figure``, ``table`` or ``error``.
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
        self.links = Links()
        self.images: dict[str, bytes] = {}
        self.blocks: list[Shown] = []

    def for_part(self, part: Part, steps: list[str], problems: list[Problem]) -> dict[str, Callable[..., str]]:
        """Return the words for one part; what is wrong with their use is added to `problems`."""
        spoken = _Part(self, part, steps, problems)
        words = ("code", "output", "figure", "table", "value", "step", "error", "errors", "see")
        return {name: getattr(spoken, name) for name in words}

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
        """Show the code of a cell; of an error, with its wrong lines marked, and the right ones."""
        self._note("code", snippet)
        if not self._find(snippet, cell):
            return ""
        marks = self._marks(snippet, cell)
        attributes = " ".join(f"{kind}={','.join(map(str, lines))}" for kind, lines in marks.items() if lines)
        language = f"python {attributes}" if attributes else "python"
        return self._linked(snippet) + _fenced(language, self._words._snippets[snippet].cells[cell].source)

    def output(self, snippet: str, cell: str) -> str:
        """Show what a cell printed, and its last value; of long text, its beginning."""
        self._note("output", snippet)
        node = self._node(snippet, cell)
        if node is None:
            return ""
        text = _text(node)
        if not text:
            self._report(f'the cell "{cell}" of {snippet} printed nothing; print in it, or show its code only', cell)
        return self._linked(snippet) + _fenced("saida", text)

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
        name = f"{snippet}-{cell}".replace("/", "-")
        self._words.images[f"figures/{name}.svg"] = slide_figure(drawings[0], name).encode()
        return f"{self._linked(snippet)}![{portuguese.markdown_text(alt)}](figures/{name}.svg)"

    def table(self, snippet: str, cell: str, *, digits: int = 2, code: Collection[str] = ()) -> str:
        """Show the DataFrame that is a cell's last value, as a table in Portuguese; of a long one, the first rows.

        The columns that `code` names hold code.
        """
        self._note("table", snippet)
        node = self._node(snippet, cell)
        if node is None:
            return ""
        tables = [o["data"][_TABLE] for o in node.outputs if _TABLE in o.get("data", {})]
        if not tables:
            self._report(f'the last value of the cell "{cell}" of {snippet} is no DataFrame', cell)
            return ""
        return self._linked(snippet) + portuguese.markdown_table(tables[-1], digits, most=MOST_LINES, code=code)

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
        if name not in self._steps:
            self._report(f'no step "{name}"{did_you_mean(name, self._steps, "steps")}', name)
        marked = " ".join(f"**{step}**" if step == name else step for step in self._steps)
        text = f'{part_name(self._part)}<span class="steps">{marked}</span>'
        return f"<!-- _header: {json.dumps(text, ensure_ascii=False)} -->"

    def error(self, snippet: str, cell: str, *, frames: bool = False) -> str:
        """Show the message that a cell ended with, an error or a warning, with what it declared to matter in bold.

        A long message is shortened by rule. `frames` shows the traceback too: its first and its last call.
        """
        self._note("error", snippet)
        node = self._node(snippet, cell)
        if node is None:
            return ""
        said = self._said(node, MOST_LETTERS_OF_ROW if frames else MOST_LETTERS)
        if said is None:
            self._report(f'the cell "{cell}" of {snippet} declared no error and no warning to show', cell)
            return ""
        head, text, (start, end) = "", *said
        if frames:
            calls = next(o for o in node.outputs if o.output_type == "error").traceback[:-1]
            between = [f"  {text}" for text in portuguese.left_out(len(calls) - 3, "chamada")]
            head = "\n".join([*calls[:2], *between, *(calls[-1:] if len(calls) > 2 else []), ""])
        bold = f"erro bold={start + len(head)}-{end + len(head)}" if end > start else "erro"
        return self._linked(snippet) + _fenced(bold, head + text)

    def errors(self, *snippets: str) -> str:
        """Show several errors in a table, a row each: the wrong lines and what happens, the right lines.

        What happens is the message; without one, what the cell printed, and what the right one prints.
        """
        self._note("table", "")
        rows = []
        for snippet in snippets:
            mended = self._node(snippet, RIGHT) if self._find(snippet) else None
            cells = self._words._snippets[snippet].cells if snippet in self._words._snippets else {}
            for cell in (cell for cell in cells.values() if cell.declared):
                node = self._node(snippet, cell.name)
                if node is None or mended is None:
                    continue  # it failed, which is told by itself
                wrong = [_inline(cell.source, self._marks(snippet, cell.name)["wrong"])]
                right = [_inline(cells[RIGHT].source, excerpts.differing(cell.source, cells[RIGHT].source)[1])]
                if said := self._said(node, MOST_LETTERS_OF_ROW):
                    wrong.append(f'<span lang="en">{_bold(*said)}</span>')
                else:
                    wrong.append(f"→ {_inline(_text(node)) or 'nada avisa'}")
                    right.append(f"→ {_inline(_text(mended))}" if _text(mended) else "")
                rows.append(f"| {'<br>'.join(wrong)} | {'<br>'.join(filter(None, right))} |")
        links = "".join(self._linked(snippet, in_full=False) for snippet in snippets)
        return links + "| × Errado, e o que acontece | ✓ Certo |\n| :--- | :--- |\n" + "\n".join(rows)

    def see(self, *snippets: str) -> str:
        """Link this slide to the slides of errors, and those back to it."""
        slide, text = self._part.at(_template_line()).number, ""
        known = [name for name in self._words._snippets if name.startswith(f"{FOLDER}/")]
        for snippet in snippets:
            if snippet not in known:
                self._report(f'no snippet "{snippet}" of an error{did_you_mean(snippet, known)}', snippet)
                continue
            text += self._words.links.ask(slide, snippet)
        return text

    def _linked(self, snippet: str, *, in_full: bool = True) -> str:
        """Return the mark of this slide's links, if it has none yet."""
        return self._words.links.show(self._part.at(_template_line()).number, snippet, in_full=in_full)

    def _marks(self, snippet: str, cell: str) -> dict[str, list[int]]:
        """Return the lines of a cell of an error to mark, from 1.

        ``wrong`` are those that the cell ``certo`` has not, ``raised`` is that in which the error arose, ``right`` are
        those of the cell ``certo`` that no failing cell has.
        """
        marks: dict[str, list[int]] = {"wrong": [], "raised": [], "right": []}
        cells = self._words._snippets[snippet].cells
        failing = [other for other in cells.values() if other.declared]
        if not snippet.startswith(f"{FOLDER}/") or RIGHT not in cells:
            return marks
        if cell == RIGHT and failing:
            marks["right"] = excerpts.differing(failing[0].source, cells[RIGHT].source)[1]
        elif cells[cell].declared:
            marks["wrong"] = excerpts.differing(cells[cell].source, cells[RIGHT].source)[0]
            node = self._node(snippet, cell)
            raised = node.metadata.get("error_line") if node else None
            if not marks["wrong"]:
                marks["wrong"] = [raised] if raised else excerpts.lacking(cells[cell].source, cells[RIGHT].source)
            elif raised and raised not in marks["wrong"]:
                marks["raised"] = [raised]
        return marks

    def _said(self, node: nbformat.NotebookNode, most: int = MOST_LETTERS) -> tuple[str, tuple[int, int]] | None:
        """Return the message that a cell declared, shortened, and where in it the match is; None without one."""
        declared = Declaration(**{key: node.metadata[key] for key in KEYS if key in node.metadata})
        if declared.raises:
            output = next(o for o in node.outputs if o.output_type == "error")
            name, text = output.ename, output.evalue
        elif declared.warns:
            warned = "".join(o.text for o in node.outputs if o.get("name") == "stderr")
            texts = expected.warnings_of(warned, declared.warns)
            name, text = next(text for text in texts if declared.pattern.search(text)).split(": ", 1)
        else:
            return None
        shown, (start, end) = excerpts.shortened(text, declared.pattern, most)
        head = f"{name}: "
        return head + shown, (start + len(head), end + len(head))

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


def _bold(text: str, match: tuple[int, int]) -> str:
    """Return a text as Markdown, with the match in bold."""
    start, end = match
    pieces = [portuguese.markdown_text(piece) for piece in (text[:start], text[start:end], text[end:])]
    return f"{pieces[0]}**{pieces[1].strip()}**{pieces[2]}" if end > start else pieces[0] + pieces[2]


def _inline(source: str, lines: list[int] | None = None) -> str:
    """Return lines of code, all of them or those that are named, for a cell of a table."""
    texts = source.splitlines()
    chosen = [texts[number - 1] for number in lines] if lines is not None else texts
    dedented = textwrap.dedent("\n".join(chosen)).splitlines()
    shown = (re.sub(r"^ +", lambda m: "\N{NO-BREAK SPACE}" * len(m.group()), text) for text in dedented if text)
    return "<br>".join(f"`{text}`" for text in (text.replace("|", r"\|") for text in shown))
