"""The words of a part: the public methods of the class `Words`. To add a word, add a method.

Each word takes its text from a result, never from the author. `engine.slides.lookup` contains their common base.
"""

from __future__ import annotations

import contextlib
import inspect
import json
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial, update_wrapper
from typing import Any

from engine.core.media import SVG, TABLE
from engine.core.problems import did_you_mean
from engine.slides import portuguese
from engine.slides.error_words import ErrorWords
from engine.slides.figure import SCRIPT, figure_name, slide_figure
from engine.slides.lookup import MAX_LINES, NothingToShowError, Run, printed_text

# What the arguments of words may be, by their annotation.
_KINDS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "str": (lambda value: isinstance(value, str), "a text in quotes"),
    "int": (lambda value: isinstance(value, int) and value >= 0, "a whole number"),
    "bool": (lambda value: isinstance(value, bool), "True or False"),
    "Run": (lambda value: value is None or isinstance(value, dict), 'a dictionary, {"seed": 1}'),
    "Mapping[str, str]": (
        lambda value: isinstance(value, dict) and all(isinstance(each, str) for each in value.values()),
        'a dictionary of texts, {"head": "name"}',
    ),
    "Collection[str]": (
        lambda value: isinstance(value, list | tuple) and all(isinstance(each, str) for each in value),
        'a list of texts, ["…", "…"]',
    ),
}


class Words(ErrorWords):
    """The words of one part; those about errors are in `ErrorWords`."""

    def code(self, snippet: str, cell: str) -> str:
        """Show the code of a cell; in a snippet of an error, mark the wrong lines and the right lines."""
        source, marks = self._find(snippet, cell).cells[cell].source, self._marks(snippet, cell)
        attributes = " ".join(f"{kind}={','.join(map(str, lines))}" for kind, lines in marks.items() if lines)
        return self._fence("code", snippet, "python", source, attributes)

    def output(self, snippet: str, cell: str, *, run: Run = None) -> str:
        """Show the standard output and the last value of a cell; cut long text."""
        node = self._result(snippet, cell, run)
        text = printed_text(node)
        if not text:
            kinds = {kind for each in node.outputs for kind in each.get("data", {})}
            word = "table" if TABLE in kinds else "figure" if SVG in kinds else ""
            remedy = f'show it with {word}("{snippet}", "{cell}")' if word else "print in it, or show its code only"
            self._fail(f'the cell "{cell}" of {snippet} printed nothing; {remedy}', cell, snippet)
        return self._fence("output", snippet, "saida", text)

    def figure(self, snippet: str, cell: str, *, alt: str, run: Run = None) -> str:
        """Show the figure of a cell; `alt` describes it to readers who can't see it."""
        drawings = self._shown_as(SVG, snippet, cell, run)
        if len(drawings) != 1:
            why = "" if drawings else ", without plt.close and matplotlib.use"
            message = f'the cell "{cell}" of {snippet} drew {len(drawings)} figures; it must draw one{why}'
            self._fail(message, cell, snippet)
        if not alt.strip():
            self._fail("alt is empty; say in a sentence what the figure shows", "alt")
        if SCRIPT.search(drawings[0]):
            self._fail(f'the figure of the cell "{cell}" of {snippet} has a script; take it out', cell, snippet)
        name = base = figure_name(snippet, cell)
        count = 1
        while f"figures/{name}.svg" in self._context.images:  # shown again, or the name of another one
            name = f"{base}-{(count := count + 1)}"
        self._context.images[f"figures/{name}.svg"] = slide_figure(drawings[0], name).encode()
        return f"{self._place('figure', 'figure', snippet)}![{portuguese.markdown_text(alt)}](figures/{name}.svg)"

    def table(
        self,
        snippet: str,
        cell: str,
        *,
        digits: int = 2,
        code: Collection[str] = (),
        plain: Collection[str] = (),
        bold: Collection[str] = (),
        run: Run = None,
    ) -> str:
        """Show the DataFrame that is the last value of a cell as a table in Portuguese; cut a long table.

        `code` names the columns that contain code, `plain` those whose numbers are names, such as years, and
        `bold` the rows that matter, by their first column.
        """
        tables = self._shown_as(TABLE, snippet, cell, run)
        if not tables or not tables[-1]["heads"]:
            remedy = "end it with pd.DataFrame(…), or with .to_frame() of a Series"
            message = f'the last value of the cell "{cell}" of {snippet} is no DataFrame with columns; {remedy}'
            self._fail(message, cell, snippet)
        heads = tables[-1]["heads"]
        for name in (name for name in [*code, *plain] if name not in heads):
            self._report(f'no column "{name}" in this table{did_you_mean(name, heads, "columns")}', name, snippet)
        table = portuguese.markdown_table(tables[-1], digits, most=MAX_LINES, code=code, plain=plain)
        for name in bold:
            if f"\n| {name} |" not in table:
                self._report(f'no row "{name}" in this table', name, snippet)
            table = table.replace(f"\n| {name} |", f"\n| **{name}** |")
        return self._place("table", "table", snippet) + table

    def value(self, snippet: str, name: str, *, digits: int = 2, percent: bool = False, run: Run = None) -> str:
        """Show a number or a text that a snippet computed; ``a.b`` is the key b of the dictionary a."""
        value = self._value(snippet, name, run)
        if isinstance(value, str):
            return portuguese.markdown_text(value)
        text = portuguese.number(value, digits, percent)
        if value and re.fullmatch(r"\W?[0,]+\W*", text):
            self._report(f'"{name}" is {value:.2g}, and {text} hides it; pass more digits', name, snippet)
        return text

    def value_range(self, snippet: str, name: str, *, digits: int = 2, percent: bool = False, run: Run = None) -> str:
        """Show the range of a number over the runs of a snippet: all, or those with the values in `run`."""
        runs = (each.parameters for each in self._find(snippet).runs)
        fit = [each for each in runs if each.items() >= (run or {}).items()] or [dict(run or {})]  # which is told
        values = [self._value(snippet, name, each) for each in fit]
        if any(isinstance(value, str) for value in values):
            self._fail(f'"{name}" of {snippet} is a text, which has no range', name, snippet)
        return portuguese.number_range(values, digits, percent)

    def runs(self, snippet: str) -> str:
        """Show how many runs a snippet has."""
        return portuguese.number(len(self._find(snippet).runs))

    def runs_table(
        self, snippet: str, by: str, columns: Mapping[str, str], *, digits: int = 2, percent: bool = False
    ) -> str:
        """Show numbers of a snippet with a row for each value of the parameter `by`: the range over the other ones.

        `columns` has the names of the numbers by the heads of their columns, that of `by` first.
        """
        known = self._find(snippet).parameters
        if by not in known:
            self._fail(f'no parameter "{by}" in {snippet}{did_you_mean(by, known, "parameters")}', by, snippet)
        rows = []
        for value in dict.fromkeys(each.parameters[by] for each in self._find(snippet).runs):
            names = list(columns.values())[1:]
            ranges = (self.value_range(snippet, n, digits=digits, percent=percent, run={by: value}) for n in names)
            rows.append([portuguese.plain_number(value), *ranges])
        table = {"heads": [*columns], "kinds": ["number"] * len(columns), "rows": rows, "count": len(rows)}
        return self._place("runs_table", "table", snippet) + portuguese.markdown_table(table, most=MAX_LINES)

    def _value(self, snippet: str, name: str, run: Run) -> Any:
        metadata = self._result(snippet, run=run).metadata
        values, types = metadata["values"], metadata.get("types", {})
        flat = {k: v for k, v in values.items() if not isinstance(v, dict)}
        flat |= {f"{k}.{inner}": v for k, d in values.items() if isinstance(d, dict) for inner, v in d.items()}
        if name not in flat:
            file = self._context.snippets[snippet].file
            if kind := types.get(held := name.split(".")[0]):
                remedy = f"a sentence shows numbers and texts: name float({held}) or str({held}) there"
                self._fail(f'"{held}" in {file} is a {kind}: {remedy}', name, snippet)
            self._fail(f'no value "{name}" in {file}{did_you_mean(name, flat, "values")}', name, snippet)
        return float(flat[name][0]) if isinstance(flat[name], list) else flat[name]

    def step(self, name: str) -> str:
        """Mark the step of a project that the current slide is about."""
        if name not in self._steps:
            self._fail(f'no step "{name}"{did_you_mean(name, self._steps, "steps")}', name)
        text = self._part.header + step_bar(self._steps, name)
        return f"<!-- _header: {json.dumps(text, ensure_ascii=False)} -->"

    def _shown_as(self, kind: str, snippet: str, cell: str, run: Run) -> list[Any]:
        """Return the outputs of a cell that have a form of this media type, in this form."""
        return [o["data"][kind] for o in self._result(snippet, cell, run).outputs if kind in o.get("data", {})]


def step_bar(steps: Sequence[str], current: str = "") -> str:
    """Return the bar of steps for the header: those done, the current one if there is one, and those to come."""
    at = steps.index(current) if current else 0
    tags = ["i"] * at + ["b" if current else "span"] + ["span"] * len(steps)
    items = (f"<{tag}>{step}</{tag}>" for tag, step in zip(tags, steps, strict=False))
    return f'<span class="steps">{"".join(items)}</span>'


def vocabulary(words: Words) -> dict[str, Callable[..., str]]:
    """Return the words of a part by name."""
    names = (name for name, _ in inspect.getmembers(Words, inspect.isfunction) if not name.startswith("_"))
    return {name: update_wrapper(partial(_say, words, getattr(words, name)), getattr(Words, name)) for name in names}


def _say(words: Words, word: Callable[..., str], *args: object, **kwargs: object) -> str:
    """Call a word: wrong arguments are reported, with what it takes, and what can't be shown is empty."""
    signature, wrong = inspect.signature(word), ["wrong call"]
    with contextlib.suppress(TypeError):
        given = signature.bind(*args, **kwargs).arguments
        wrong = [f"{name} must be {kind}" for name, value in given.items() if (kind := _misfit(signature, name, value))]
    if wrong:
        told = ", ".join(str(each).split(":")[0] + _default(each) for each in signature.parameters.values())
        words._report(f"{wrong[0]}; write {word.__name__}({told})", word.__name__)
        words._context.complete = False
        return ""
    try:
        return word(*args, **kwargs)
    except NothingToShowError:
        return ""


def _misfit(signature: inspect.Signature, name: str, value: Any) -> str:
    """Return what an argument must be, empty if it is that."""
    parameter = signature.parameters[name]
    fits, kind = _KINDS[parameter.annotation]
    return "" if all(map(fits, value if parameter.kind is parameter.VAR_POSITIONAL else [value])) else kind


def _default(parameter: inspect.Parameter) -> str:
    if parameter.default is not parameter.empty:
        return f"={parameter.default}"
    return "=…" if parameter.kind is parameter.KEYWORD_ONLY else ""
