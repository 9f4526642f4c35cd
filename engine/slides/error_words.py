"""The words about errors: ``error``, ``errors`` and ``see``; and the marks on the lines of their code."""

from __future__ import annotations

import re
import textwrap

import nbformat

from engine.core.problems import did_you_mean
from engine.slides import excerpts, portuguese
from engine.slides.lookup import Lookup, printed_text, template_line
from engine.snippets.expected import FIXED_CELL, Declaration
from engine.snippets.tracebacks import warnings_of

# Maximum number of characters of a message on a slide, and in a row of a table.
MAX_CHARS, MAX_CHARS_OF_ROW = 220, 100


class ErrorWords(Lookup):
    """The words that show snippets that fail on purpose."""

    def error(self, snippet: str, cell: str, *, frames: bool = False) -> str:
        """Show the error or the warning of a cell, with the match of the declared pattern in bold.

        A long message is truncated by rule. `frames` also shows the first and the last call of the traceback.
        """
        node = self._node(snippet, cell)
        if node is None:
            return ""
        message = _message(node, MAX_CHARS_OF_ROW if frames else MAX_CHARS)
        if message is None:
            self._report(f'the cell "{cell}" of {snippet} declared no error and no warning to show', cell, snippet)
            return ""
        head, text, (start, end) = "", *message
        if frames:
            calls = next(o for o in node.outputs if o.output_type == "error").traceback[:-1]
            between = [f"  {text}" for text in portuguese.omitted_note(len(calls) - 3, "chamada")]
            head = "\n".join([*calls[:2], *between, *(calls[-1:] if len(calls) > 2 else []), ""])
        bold = f"bold={start + len(head)}-{end + len(head)}" if end > start else ""
        return self._fence("error", snippet, "erro", head + text, bold)

    def errors(self, *snippets: str) -> str:
        """Show several errors in a table, one row each: the wrong lines with their outcome, and the right lines.

        The outcome is the message. Without a message, it is the output of the cell, beside that of the right cell.
        """
        self._place("errors", "table")
        rows = []
        for snippet in snippets:
            mended = self._node(snippet, FIXED_CELL) if self._find(snippet) else None
            if mended is None:
                continue  # it failed, which is reported separately
            cells = self._context.snippets[snippet].cells
            for cell in (cell for cell in cells.values() if cell.declared):
                node, fixed = self._executed(snippet, cell.name), cells[FIXED_CELL].source
                wrong = [_inline(cell.source, self._marks(snippet, cell.name)["wrong"])]
                right = [_inline(fixed, excerpts.changed_lines(cell.source, fixed)[1])]
                if message := _message(node, MAX_CHARS_OF_ROW):
                    wrong.append(f'<span lang="en">{_bold(*message)}</span>')
                else:
                    wrong.append(f"→ {_inline(printed_text(node)) or 'nada avisa'}")
                    right.append(f"→ {_inline(printed_text(mended))}" if printed_text(mended) else "")
                rows.append(f"| {'<br>'.join(wrong)} | {'<br>'.join(filter(None, right))} |")
        links = "".join(self._linked(snippet) for snippet in snippets)
        return links + "| × Errado, e o que acontece | ✓ Certo |\n| :--- | :--- |\n" + "\n".join(rows)

    def see(self, *snippets: str) -> str:
        """Link this slide to the slides of errors, and those slides back to it."""
        slide, text = self._part.slide_at(template_line()).number, ""
        known = [name for name, snippet in self._context.snippets.items() if snippet.is_error]
        for snippet in snippets:
            if snippet not in known:
                self._report(f'no snippet "{snippet}" of an error{did_you_mean(snippet, known)}', snippet)
                continue
            text += self._context.links.add_reference(slide, snippet)
        return text

    def _marks(self, snippet: str, cell: str) -> dict[str, list[int]]:
        """Return the lines to mark in a cell of an error, from 1.

        ``wrong`` contains the lines that are not in the cell ``certo``, ``raised`` the line that raised the error, and
        ``right`` the lines of the cell ``certo`` that are not in the first failing cell.
        """
        marks: dict[str, list[int]] = {"wrong": [], "raised": [], "right": []}
        cells = self._context.snippets[snippet].cells
        failing = [other for other in cells.values() if other.declared]
        if not self._context.snippets[snippet].is_error or FIXED_CELL not in cells:
            return marks
        if cell == FIXED_CELL and failing:
            marks["right"] = excerpts.changed_lines(failing[0].source, cells[FIXED_CELL].source)[1]
        elif cells[cell].declared:
            marks["wrong"] = excerpts.changed_lines(cells[cell].source, cells[FIXED_CELL].source)[0]
            node = self._node(snippet, cell)
            raised = node.metadata.get("error_line") if node else None
            if not marks["wrong"]:
                points = excerpts.insertion_points(cells[cell].source, cells[FIXED_CELL].source)
                marks["wrong"] = [raised] if raised else points
            elif raised and raised not in marks["wrong"]:
                marks["raised"] = [raised]
        return marks


def _message(node: nbformat.NotebookNode, most: int) -> tuple[str, tuple[int, int]] | None:
    """Return the declared message of a cell, truncated, and the span of the match in it; None without a message."""
    declared = Declaration.of(node.metadata)
    if declared and declared.raises:
        output = next(o for o in node.outputs if o.output_type == "error")
        name, text = output.ename, output.evalue
    elif declared and declared.warns:
        warned = "".join(o.text for o in node.outputs if o.get("name") == "stderr")
        texts = warnings_of(warned, declared.warns)
        name, text = next(text for text in texts if declared.pattern.search(text)).split(": ", 1)
    else:
        return None
    shown, (start, end) = excerpts.truncate_around(text, declared.pattern, most)
    head = f"{name}: "
    return head + shown, (start + len(head), end + len(head))


def _bold(text: str, match: tuple[int, int]) -> str:
    """Return a text as Markdown, with the match in bold."""
    start, end = match
    pieces = [portuguese.markdown_text(piece, opens=False) for piece in (text[:start], text[start:end], text[end:])]
    return f"{pieces[0]}**{pieces[1].strip()}**{pieces[2]}" if end > start else pieces[0] + pieces[2]


def _inline(source: str, lines: list[int] | None = None) -> str:
    """Return lines of code, either all of them or the given ones, for a table cell."""
    texts = source.splitlines()
    chosen = [texts[number - 1] for number in lines] if lines is not None else texts
    dedented = textwrap.dedent("\n".join(chosen)).splitlines()
    shown = (re.sub(r"^ +", lambda m: "\N{NO-BREAK SPACE}" * len(m.group()), text) for text in dedented if text)
    return "<br>".join(map(portuguese.code_span, shown))
