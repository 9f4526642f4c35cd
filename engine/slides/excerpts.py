"""What a slide shows of an error, selected by rule: the lines that differ from the right ones, the declared message."""

import re
import textwrap
from difflib import SequenceMatcher

import nbformat

from engine.slides import portuguese
from engine.snippets.expected import Declaration
from engine.snippets.outputs import warnings_of

_AFTER = 40  # characters after the match that a truncated message keeps, if there are that many


def declared_message(node: nbformat.NotebookNode, most: int) -> tuple[str, str, str] | None:
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


def bold(*pieces: str) -> str:
    """Return a text as Markdown, with its match in bold: what is before, the match, and what is after."""
    before, match, after = (portuguese.markdown_text(piece, opens=False) for piece in pieces)
    return f"{before}**{match.strip()}**{after}" if match else before + after


def inline_code(source: str, lines: list[int] | None = None) -> str:
    """Return lines of code, either all of them or the given ones, for a table cell."""
    texts = source.splitlines()
    chosen = [texts[number - 1] for number in lines] if lines is not None else texts
    dedented = textwrap.dedent("\n".join(chosen)).splitlines()
    shown = (re.sub(r"^ +", lambda m: "\N{NO-BREAK SPACE}" * len(m.group()), text) for text in dedented if text)
    return "<br>".join(map(portuguese.code_span, shown))


def changed_lines(wrong: str, right: str) -> tuple[list[int], list[int], list[int]]:
    """Return the lines, from 1 and without blank ones, in which two texts differ.

    Those that are only in the first text, those that are only in the second text, and those of the first text after
    which only the second text has more: something is missing.
    """
    gone, come, missing = [], [], []
    a, b = ([line.strip() for line in text.splitlines()] for text in (wrong, right))
    for kind, a_from, a_to, b_from, b_to in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind != "equal":
            gone += (old := [n + 1 for n in range(a_from, a_to) if a[n]])
            come += (new := [n + 1 for n in range(b_from, b_to) if b[n]])
            if new and not old:
                missing.append(max((n for n in range(1, a_from + 1) if a[n - 1]), default=1))
    return gone, come, sorted({*missing})


def truncate_around(text: str, pattern: re.Pattern[str], most: int) -> tuple[str, str, str]:
    """Truncate a message around the match of a pattern, by rule, to about `most` characters.

    Each run of whitespace becomes one space. A longer message keeps its beginning and the words around the match;
    ``[…]`` replaces the rest. Return what is before the match, the match, and what is after it.
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
