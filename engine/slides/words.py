"""The words of a part: the public methods of the class `Words`. To add a word, add a method.

Each word takes its text from a result, never from the author. `engine.slides.lookup` contains their common base.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable, Collection
from functools import partial
from typing import Any

import jinja2

from engine.core.media import SVG, TABLE
from engine.core.problems import did_you_mean
from engine.slides import portuguese
from engine.slides.error_words import ErrorWords
from engine.slides.figure import slide_figure
from engine.slides.lookup import MAX_LINES, NothingToShowError, printed_text


class Words(ErrorWords):
    """The words of one part; those about errors are in `ErrorWords`."""

    def code(self, snippet: str, cell: str) -> str:
        """Show the code of a cell; in a snippet of an error, mark the wrong lines and the right lines."""
        source, marks = self._find(snippet, cell).cells[cell].source, self._marks(snippet, cell)
        attributes = " ".join(f"{kind}={','.join(map(str, lines))}" for kind, lines in marks.items() if lines)
        return self._fence("code", snippet, "python", source, attributes)

    def output(self, snippet: str, cell: str) -> str:
        """Show the standard output and the last value of a cell; cut long text."""
        node = self._result(snippet, cell)
        text = printed_text(node)
        if not text:
            kinds = {kind for each in node.outputs for kind in each.get("data", {})}
            word = "table" if TABLE in kinds else "figure" if SVG in kinds else ""
            remedy = f'show it with {word}("{snippet}", "{cell}")' if word else "print in it, or show its code only"
            self._fail(f'the cell "{cell}" of {snippet} printed nothing; {remedy}', cell, snippet)
        return self._fence("output", snippet, "saida", text)

    def figure(self, snippet: str, cell: str, *, alt: str) -> str:
        """Show the figure of a cell; `alt` describes it to readers who can't see it."""
        drawings = self._shown_as(SVG, snippet, cell)
        if len(drawings) != 1:
            message = f'the cell "{cell}" of {snippet} drew {len(drawings)} figures; it must draw one'
            self._fail(message, cell, snippet)
        if not alt.strip():
            self._fail("alt is empty; say in a sentence what the figure shows", "alt")
        name = base = re.sub(r"[^\w.-]", "-", f"{snippet}-{cell}")
        count = 1
        while f"figures/{name}.svg" in self._context.images:  # shown again, or the name of another one
            name = f"{base}-{(count := count + 1)}"
        self._context.images[f"figures/{name}.svg"] = slide_figure(drawings[0], name).encode()
        return f"{self._place('figure', 'figure', snippet)}![{portuguese.markdown_text(alt)}](figures/{name}.svg)"

    def table(self, snippet: str, cell: str, *, digits: int = 2, code: Collection[str] = ()) -> str:
        """Show the DataFrame that is the last value of a cell as a table in Portuguese; cut a long table.

        `code` names the columns that contain code.
        """
        tables = self._shown_as(TABLE, snippet, cell)
        if not tables:
            self._fail(f'the last value of the cell "{cell}" of {snippet} is no DataFrame', cell, snippet)
        table = portuguese.markdown_table(tables[-1], digits, most=MAX_LINES, code=code)
        return self._place("table", "table", snippet) + table

    def value(self, snippet: str, name: str, *, digits: int = 2, percent: bool = False) -> str:
        """Show a number or a text that a snippet computed; ``a.b`` is the key b of the dictionary a."""
        values = self._result(snippet).metadata["values"]
        flat = {k: v for k, v in values.items() if not isinstance(v, dict)}
        flat |= {f"{k}.{inner}": v for k, d in values.items() if isinstance(d, dict) for inner, v in d.items()}
        if name not in flat:
            file = self._context.snippets[snippet].file
            self._fail(f'no value "{name}" in {file}{did_you_mean(name, flat, "values")}', name, snippet)
        value = flat[name]
        return portuguese.markdown_text(value) if isinstance(value, str) else portuguese.number(value, digits, percent)

    def step(self, name: str) -> str:
        """Mark the step of a project that the current slide is about."""
        if name not in self._steps:
            self._fail(f'no step "{name}"{did_you_mean(name, self._steps, "steps")}', name)
        marked = " ".join(f"**{step}**" if step == name else step for step in self._steps)
        text = f'{self._part.header}<span class="steps">{marked}</span>'
        return f"<!-- _header: {json.dumps(text, ensure_ascii=False)} -->"

    def _shown_as(self, kind: str, snippet: str, cell: str) -> list[Any]:
        """Return the outputs of a cell that have a form of this media type, in this form."""
        return [o["data"][kind] for o in self._result(snippet, cell).outputs if kind in o.get("data", {})]


def vocabulary(words: Words) -> dict[str, Callable[..., str]]:
    """Return the words of a part by name."""
    names = (name for name, _ in inspect.getmembers(Words, inspect.isfunction) if not name.startswith("_"))
    return {name: partial(_say, getattr(words, name)) for name in names}


def _say(word: Callable[..., str], *args: object, **kwargs: object) -> str:
    """Call a word: wrong arguments raise a template error with its name, and what can't be shown is empty."""
    try:
        inspect.signature(word).bind(*args, **kwargs)
    except TypeError as error:
        raise jinja2.TemplateRuntimeError(f"{word.__name__}(): {error}") from None
    try:
        return word(*args, **kwargs)
    except NothingToShowError:
        return ""
