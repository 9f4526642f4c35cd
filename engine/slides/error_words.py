"""The words about errors: ``error``, ``errors`` and ``see``; and what a slide shows of an error, selected by rule.

That is the lines that differ from the right ones, and the relevant part of the message.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from contextlib import suppress
from difflib import SequenceMatcher

import nbformat

from engine.core.problems import did_you_mean
from engine.slides import portuguese
from engine.slides.lookup import Lookup, NothingToShowError, printed_text
from engine.snippets.expected import FIXED_CELL, Declaration
from engine.snippets.tracebacks import warnings_of

# Maximum number of characters of a message on a slide, and in a row of a table.
MAX_CHARS, MAX_CHARS_OF_ROW = 220, 100
# Number of characters after the match that a truncated message keeps, if there are that many.
_AFTER = 40


class ErrorWords(Lookup):
    """The words that show snippets that fail on purpose."""

    def error(self, snippet: str, cell: str, *, frames: bool = False) -> str:
        """Show the error or the warning of a cell, with the match of the declared pattern in bold.

        A long message is truncated by rule. `frames` also shows the first and the last call of the traceback.
        """
        node = self._result(snippet, cell)
        message = _message(node, MAX_CHARS_OF_ROW if frames else MAX_CHARS)
        if message is None:
            self._fail(f'the cell "{cell}" of {snippet} declared no error and no warning to show', cell, snippet)
        before, match, after = message
        if frames:
            calls = next(o for o in node.outputs if o.output_type == "error").traceback[:-1]
            between = [f"  {text}" for text in portuguese.omitted_note(len(calls) - 3, "chamada")]
            before = "\n".join([*calls[:2], *between, *(calls[-1:] if len(calls) > 2 else []), before])
        bold = f"bold={len(before)}-{len(before + match)}" if match else ""
        return self._fence("error", snippet, "erro", before + match + after, bold)

    def errors(self, *snippets: str) -> str:
        """Show several errors in a table, one row each: the wrong lines with their outcome, and the right lines.

        The outcome is the message. Without a message, it is the output of the cell, beside that of the right cell.
        """
        rows: list[str] = []
        for snippet in snippets:
            with suppress(NothingToShowError):
                rows += self._rows(snippet)
        head = "| Errado, e o que acontece | Certo |\n| :--- | :--- |\n"
        return self._place("errors", "table", several=snippets) + head + "\n".join(rows)

    def _rows(self, snippet: str) -> Iterator[str]:
        mended, cells = self._result(snippet, FIXED_CELL), self._context.snippets[snippet].cells
        for cell in (cell for cell in cells.values() if cell.declared):
            node, fixed = self._result(snippet, cell.name), cells[FIXED_CELL].source
            wrong = [_inline(cell.source, self._marks(snippet, cell.name).get("wrong", []))]
            right = [_inline(fixed, changed_lines(cell.source, fixed)[1])]
            if message := _message(node, MAX_CHARS_OF_ROW):
                wrong.append(f'<span lang="en">{_bold(*message)}</span>')
            else:
                wrong.append(f"→ {_inline(printed_text(node)) or 'nada avisa'}")
                right.append(f"→ {_inline(printed_text(mended))}" if printed_text(mended) else "")
            yield f"| {'<br>'.join(wrong)} | {'<br>'.join(filter(None, right))} |"

    def see(self, *snippets: str) -> str:
        """Link this slide to the slides of errors, and those slides back to it."""
        known = [name for name, snippet in self._context.snippets.items() if snippet.is_error]
        for snippet in (name for name in snippets if name not in known):
            self._report(f'no snippet "{snippet}" of an error{did_you_mean(snippet, known)}', snippet)
        return self._place("see", "", several=snippets)

    def _marks(self, snippet: str, cell: str) -> dict[str, list[int]]:
        """Return the lines to mark in a cell of an error, from 1.

        ``wrong`` contains the lines that are not in the cell ``certo``, ``raised`` the line that raised the error, and
        ``right`` the lines of the cell ``certo`` that are not in the first failing cell.
        """
        found, cells = self._context.snippets[snippet], self._context.snippets[snippet].cells
        failing = [each.source for each in cells.values() if each.declared]
        if not (found.is_error and failing and FIXED_CELL in cells):
            return {}
        source, fixed = cells[cell].source, cells[FIXED_CELL].source
        if cell == FIXED_CELL:
            return {"right": changed_lines(failing[0], fixed)[1]}
        if not cells[cell].declared:
            return {}
        line = self._result(snippet, cell).metadata.get("error_line") if snippet in self._context.results else None
        raised = [line] if line else []
        if wrong := changed_lines(source, fixed)[0]:
            return {"wrong": wrong, "raised": [line for line in raised if line not in wrong]}
        return {"wrong": raised or insertion_points(source, fixed)}


def _message(node: nbformat.NotebookNode, most: int) -> tuple[str, str, str] | None:
    """Return the declared message of a cell, see `truncate_around`; None without a message."""
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
    before, match, after = truncate_around(text, declared.pattern, most)
    return f"{name}: {before}", match, after


def _bold(*pieces: str) -> str:
    """Return a text as Markdown, with its match in bold: what is before, the match, and what is after."""
    before, match, after = (portuguese.markdown_text(piece, opens=False) for piece in pieces)
    return f"{before}**{match.strip()}**{after}" if match else before + after


def _inline(source: str, lines: list[int] | None = None) -> str:
    """Return lines of code, either all of them or the given ones, for a table cell."""
    texts = source.splitlines()
    chosen = [texts[number - 1] for number in lines] if lines is not None else texts
    dedented = textwrap.dedent("\n".join(chosen)).splitlines()
    shown = (re.sub(r"^ +", lambda m: "\N{NO-BREAK SPACE}" * len(m.group()), text) for text in dedented if text)
    return "<br>".join(map(portuguese.code_span, shown))


def _changes(wrong: str, right: str) -> Iterator[tuple[list[int], list[int], int]]:
    """Yield the differences of two texts: the non-blank lines of each, from 1, and the last non-blank line before."""
    a, b = ([line.strip() for line in text.splitlines()] for text in (wrong, right))
    for kind, a_from, a_to, b_from, b_to in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind != "equal":
            before = max((n for n in range(1, a_from + 1) if a[n - 1]), default=1)
            yield [n + 1 for n in range(a_from, a_to) if a[n]], [n + 1 for n in range(b_from, b_to) if b[n]], before


def changed_lines(wrong: str, right: str) -> tuple[list[int], list[int]]:
    """Return the lines, from 1, that are only in the first text, and the lines that are only in the second text."""
    changes = list(_changes(wrong, right))
    return [n for gone, _, _ in changes for n in gone], [n for _, come, _ in changes for n in come]


def insertion_points(wrong: str, right: str) -> list[int]:
    """Return the lines of the first text, from 1, after which only the second text has more: something is missing."""
    return sorted({before for gone, come, before in _changes(wrong, right) if come and not gone})


def truncate_around(text: str, pattern: re.Pattern[str], most: int) -> tuple[str, str, str]:
    """Truncate a message around the match of a pattern, by rule.

    Each run of whitespace becomes one space. A message longer than `most` keeps its beginning and the words around the
    match of the pattern; ``[…]`` replaces the rest.

    Args:
        text: the message.
        pattern: the pattern of the relevant part.
        most: approximate maximum number of characters.

    Returns:
        What is before the match, the match, and what is after it.
    """
    found = pattern.search(text)
    before, match, after = (text[: found.start()], found.group(), text[found.end() :]) if found else ("", "", text)
    before, match, after = (re.sub(r"\s+", " ", piece) for piece in (before, match, after))
    before, after = before.lstrip(), after.rstrip()
    spare = max(most - len(match), 40)
    if len(before) + len(after) > spare:
        room = spare - min(len(after), _AFTER)
        if len(before) > room:
            tail = before[len(before) - room // 2 :] if room > 1 else ""
            head = before[: room - len(tail)]
            before = f"{head[: head.rfind(' ') + 1]}[…] {tail[tail.find(' ') + 1 :]}"
        room = max(spare - len(before), 20)
        if len(after) > room:
            head = after[:room]
            after = f"{head[: head.rfind(' ')] if ' ' in head else head} […]"
    return before, match, after
