"""The words of a part: the public methods of the class `Words`. To add a word, add a method.

Each word takes its text from a result, never from the author. An unknown name is reported with the nearest known name,
and rendering continues, so that one run shows every problem.
"""

from __future__ import annotations

import contextlib
import html
import inspect
import json
import re
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache, partial, update_wrapper
from itertools import count, product
from pathlib import Path
from traceback import walk_stack
from typing import Any, NoReturn, TypeAlias

import nbformat

from engine.core.problems import did_you_mean
from engine.slides import portuguese
from engine.slides.deck import Deck
from engine.slides.excerpts import bold, changed_lines, declared_message, inline_code
from engine.slides.figure import figure_name, slide_figure
from engine.slides.links import PLACEHOLDER, Placement
from engine.slides.parts import Part
from engine.snippets.expected import FIXED_CELL
from engine.snippets.outputs import ANSI, SVG, TABLE, TEXT
from engine.snippets.read import Snippet

# Of arguments: parameters of a run, names by the heads of columns, heads of columns, a block between {% call %} tags.
Run: TypeAlias = Mapping[str, object] | None
Heads: TypeAlias = Mapping[str, str]
Names: TypeAlias = Collection[str]
Block: TypeAlias = Callable[..., str]

MAX_LINES = 14  # that fit on a slide; a longer text is cut, and the number of omitted lines is shown
MAX_CHARS, MAX_CHARS_OF_ROW = 220, 100  # of a message on a slide, and in a row of a table
_NO_TEXT = re.compile(r"<IPython[\w.]+ object>")  # the text of what Jupyter shows otherwise, such as HTML
_signature = cache(inspect.signature)


def _texts(values: Collection[Any]) -> bool:
    return all(isinstance(each, str) for each in values)


# What the arguments of words may be, by their annotation.
_KINDS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "str": (lambda v: isinstance(v, str), "a text in quotes"),
    "int": (lambda v: isinstance(v, int) and v >= 0, "a whole number"),
    "bool": (lambda v: isinstance(v, bool), "True or False"),
    "Run": (lambda v: v is None or isinstance(v, dict), 'a dictionary, {"seed": 1}'),
    "Heads": (lambda v: isinstance(v, dict) and _texts(v.values()), 'a dictionary of texts, {"head": "name"}'),
    "Names": (lambda v: isinstance(v, list | tuple) and _texts(v), 'a list of texts, ["…", "…"]'),
    "Block": (callable, "the text up to {% endcall %}"),
}


class NothingToShowError(Exception):
    """A word has nothing to show, and the reason is reported."""


class Words:
    """The words of one part, each of which shows nothing when it raises `NothingToShowError`."""

    def __init__(self, deck: Deck, part: Part, steps: Sequence[str], folder: Path):
        self._deck, self._part, self._steps, self._folder = deck, part, steps, folder

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
        base = figure_name(snippet, cell)  # with a number, if it is shown again or another one has its name
        names = (f"{base}-{number}" if number > 1 else base for number in count(1))
        name = next(each for each in names if f"figures/{each}.svg" not in self._deck.images)
        drawn = slide_figure(drawings[0], name)
        if not drawn:
            self._fail(f'the figure of the cell "{cell}" of {snippet} has a script; take it out', cell, snippet)
        self._deck.images[f"figures/{name}.svg"] = drawn.encode()
        return f"{self._place('figure', 'figure', snippet)}![{portuguese.markdown_text(alt)}](figures/{name}.svg)"

    def table(
        self,
        snippet: str,
        cell: str,
        *,
        digits: int = 2,
        code: Names = (),
        plain: Names = (),
        bold: Names = (),
        run: Run = None,
    ) -> str:
        """Show the DataFrame that is the last value of a cell as a table in Portuguese; cut a long table.

        `code` names the columns that contain code, `plain` those whose numbers are names, such as years, and `bold` the
        rows that matter, by their first column.
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

    def runs_table(self, snippet: str, by: str, columns: Heads, *, digits: int = 2, percent: bool = False) -> str:
        """Show numbers of a snippet with a row for each value of the parameter `by`: the range over the other ones.

        `columns` has the names of the numbers by the heads of their columns, that of `by` first.
        """
        rows = []
        for value in self._choices(snippet, by):
            names = list(columns.values())[1:]
            ranges = (self.value_range(snippet, n, digits=digits, percent=percent, run={by: value}) for n in names)
            rows.append([portuguese.plain_number(value), *ranges])
        table = {"heads": [*columns], "kinds": ["number"] * len(columns), "rows": rows, "count": len(rows)}
        return self._place("runs_table", "table", snippet) + portuguese.markdown_table(table, most=MAX_LINES)

    def what_if(
        self, snippet: str, over: Heads, *, gives: str = "", digits: int = 2, percent: bool = False, caller: Block
    ) -> str:
        """Show a block for one run of a snippet at a time; keys, mouse and touch choose among the values of `over`.

        Write it as ``{% call(run) what_if("name", {"taxa": "rate"}) %} … {% endcall %}``, and in the block
        ``figure(…, run=run)``, ``value(…, run=run)`` and so on. `over` has one or two parameters by the names that the
        slide shows; `gives` is a number to show beside each value, the range over the other parameters.
        """
        choices = {by: self._choices(snippet, by) for by in over.values()}
        runs = (dict(zip(choices, values, strict=True)) for values in product(*choices.values()))
        blocks = [f'<div class="run">\n\n{caller(run)}\n\n</div>' for run in runs]
        for head, by in over.items():
            spans = ""
            for value in choices[by]:
                given = gives and self.value_range(snippet, gives, digits=digits, percent=percent, run={by: value})
                small = given and f" <small>{given}</small>"
                spans += f" <span>{html.escape(portuguese.plain_number(value))}{small}</span>"
            blocks.append(f'<p class="values"><b>{html.escape(head)}</b>{spans}</p>')
        self._deck.scripts.setdefault("what_if", Path(__file__).with_name("what_if.js").read_text("utf-8"))
        return "\n".join(['<div class="what-if">', *blocks, "</div>"])

    def script(self, name: str, snippet: str, values: Names, *, caller: Block) -> str:
        """Run ``slides/scripts/name.js`` in the page, with values of a snippet; without scripts, show the block.

        Write it as ``{% call script("name", "snippet", ["weights"]) %} … {% endcall %}``. The script is the body of a
        function of ``block``, the element that holds the block, and ``values``, an object.
        """
        given = {each: self._value(snippet, each, None) for each in values}
        path = self._folder / "scripts" / f"{name}.js"
        if not re.fullmatch(r"\w+", name) or not path.is_file():
            self._fail(f"no script slides/scripts/{name}.js", name, snippet)
        if re.search(r"`[^`]*\$\{[^}`]*`", script := path.read_text("utf-8")):  # its blanks would be lost
            self._fail(f"slides/scripts/{name}.js: give a template in a template a name", name, snippet)
        if name in self._deck.scripts:
            self._fail(f'the script "{name}" runs in one block only; show it once', name, snippet)
        code = f"const block = document.querySelector('.script.{name}'), values = {json.dumps(given)}"
        # What would end the element of the script in the page is written otherwise; in a text, it is the same.
        self._deck.scripts[name] = f"(() => {{\n{code}\n{script}\n}})()".replace("</", "<\\/")
        return f'<div class="script {name}">\n\n{caller()}\n\n</div>'

    def cut(self, *names: str) -> str:
        """Say to which cuts the current slide belongs; a minus before a name takes it out of that of its part."""
        slide = self._part.slide_at(template_line()).number
        for name in names:
            if name.removeprefix("-") not in self._deck.cuts:
                self._fail(f'no cut "{name}"{did_you_mean(name, self._deck.cuts, "cuts")}', name)
            _, slides = self._deck.cuts[name.removeprefix("-")]
            (slides.discard if name.startswith("-") else slides.add)(slide)
        return ""

    def countdown(self, minutes: int) -> str:
        """Give the class minutes for a task: a clock that a click or the key C starts and stops, in both windows."""
        return f'<p class="countdown">{minutes}&nbsp;min</p>'

    def step(self, name: str) -> str:
        """Mark the step of a project that the current slide is about."""
        if name not in self._steps:
            self._fail(f'no step "{name}"{did_you_mean(name, self._steps, "steps")}', name)
        text = self._part.header + step_bar(self._steps, name)
        return f"<!-- _header: {json.dumps(text, ensure_ascii=False)} -->"

    def error(self, snippet: str, cell: str, *, frames: bool = False) -> str:
        """Show the error or the warning of a cell, with the match of the declared pattern in bold.

        A long message is truncated by rule. `frames` also shows the first and the last call of the traceback.
        """
        node = self._result(snippet, cell)
        message = declared_message(node, MAX_CHARS_OF_ROW if frames else MAX_CHARS)
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
            with contextlib.suppress(NothingToShowError):
                rows += self._rows(snippet)
        head = "| Errado, e o que acontece | Certo |\n| :--- | :--- |\n"
        return self._place("errors", "table", several=snippets) + head + "\n".join(rows)

    def see(self, *snippets: str) -> str:
        """Link this slide to the slides of errors, and those slides back to it."""
        known = [name for name, snippet in self._deck.snippets.items() if snippet.is_error]
        for snippet in (name for name in snippets if name not in known):
            self._report(f'no snippet "{snippet}" of an error{did_you_mean(snippet, known)}', snippet)
        return self._place("see", "", several=snippets)

    def _find(self, snippet: str, cell: str | None = None) -> Snippet:
        """Record the use of a snippet or cell, and return the snippet; report an unknown name."""
        snippets = self._deck.snippets
        if snippet not in snippets:
            self._fail(f'no snippet "{snippet}" in snippets/{did_you_mean(snippet, snippets)}', snippet)
        found = snippets[snippet]
        self._deck.shown.add((snippet, None))
        if not found.valid:  # what is wrong with it is told already
            raise NothingToShowError
        if cell is not None and cell not in found.cells:
            self._fail(f'no cell "{cell}" in {found.file}{did_you_mean(cell, found.cells, "cells")}', cell, snippet)
        self._deck.shown.add((snippet, cell))
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
        if fit[0] not in self._deck.results:
            raise NothingToShowError
        result = self._deck.results[fit[0]]
        return next(node for node in result.cells if node.metadata.get("name") == cell) if cell else result

    def _place(self, word: str, mark: str, snippet: str = "", several: tuple[str, ...] = ()) -> str:
        """Record what is on the current slide; return the placeholder for the slide's links, once per slide."""
        line, placements = template_line(), self._deck.placements
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
        self._deck.problems.append(self._part.problem(template_line(), message, at, snippet))

    def _fail(self, message: str, at: str, snippet: str = "") -> NoReturn:
        self._report(message, at, snippet)
        raise NothingToShowError

    def _choices(self, snippet: str, by: str) -> list[Any]:
        """Return the values of a parameter, each once, in the order of the runs."""
        found = self._find(snippet)
        if by not in found.parameters:
            known = did_you_mean(by, found.parameters, "parameters")
            self._fail(f'no parameter "{by}" in {snippet}{known}', by, snippet)
        return list(dict.fromkeys(each.parameters[by] for each in found.runs))

    def _value(self, snippet: str, name: str, run: Run) -> Any:
        metadata = self._result(snippet, run=run).metadata
        values, types = metadata["values"], metadata.get("types", {})
        flat = {k: v for k, v in values.items() if not isinstance(v, dict)}
        flat |= {f"{k}.{inner}": v for k, d in values.items() if isinstance(d, dict) for inner, v in d.items()}
        if name not in flat:
            file = self._deck.snippets[snippet].file
            if kind := types.get(held := name.split(".")[0]):
                remedy = f"a sentence shows numbers and texts: name float({held}) or str({held}) there"
                self._fail(f'"{held}" in {file} is a {kind}: {remedy}', name, snippet)
            self._fail(f'no value "{name}" in {file}{did_you_mean(name, flat, "values")}', name, snippet)
        return float(flat[name][0]) if isinstance(flat[name], list) else flat[name]

    def _shown_as(self, kind: str, snippet: str, cell: str, run: Run) -> list[Any]:
        """Return the outputs of a cell that have a form of this media type, in this form."""
        return [o["data"][kind] for o in self._result(snippet, cell, run).outputs if kind in o.get("data", {})]

    def _rows(self, snippet: str) -> Iterator[str]:
        mended, cells = self._result(snippet, FIXED_CELL), self._deck.snippets[snippet].cells
        for cell in (cell for cell in cells.values() if cell.declared):
            node, fixed = self._result(snippet, cell.name), cells[FIXED_CELL].source
            wrong = [inline_code(cell.source, self._marks(snippet, cell.name).get("wrong", []))]
            right = [inline_code(fixed, changed_lines(cell.source, fixed)[1])]
            if message := declared_message(node, MAX_CHARS_OF_ROW):
                wrong.append(f'<span lang="en">{bold(*message)}</span>')
            else:
                wrong.append(f"→ {inline_code(printed_text(node)) or 'nada avisa'}")
                right.append(f"→ {inline_code(printed_text(mended))}" if printed_text(mended) else "")
            yield f"| {'<br>'.join(wrong)} | {'<br>'.join(filter(None, right))} |"

    def _marks(self, snippet: str, cell: str) -> dict[str, list[int]]:
        """Return the lines to mark in a cell of an error, from 1.

        ``wrong`` are not in the cell ``certo``, ``raised`` raised the error, ``right`` are not in the first wrong cell.
        """
        found, cells = self._deck.snippets[snippet], self._deck.snippets[snippet].cells
        failing = [each.source for each in cells.values() if each.declared]
        if not (found.is_error and failing and FIXED_CELL in cells):
            return {}
        source, fixed = cells[cell].source, cells[FIXED_CELL].source
        if cell == FIXED_CELL:
            return {"right": changed_lines(failing[0], fixed)[1]}
        if not cells[cell].declared:
            return {}
        line = self._result(snippet, cell).metadata.get("error_line") if snippet in self._deck.results else None
        raised = [line] if line else []
        wrong, _, missing = changed_lines(source, fixed)
        return {"wrong": wrong or raised or missing, "raised": [line for line in raised if wrong and line not in wrong]}


def step_bar(steps: Sequence[str], current: str = "") -> str:
    """Return the bar of steps for the header: those done, the current one if there is one, and those to come."""
    at = steps.index(current) if current else 0
    tags = ["i"] * at + ["b" if current else "span"] + ["span"] * len(steps)
    items = (f"<{tag}>{step}</{tag}>" for tag, step in zip(tags, steps, strict=False))
    return f'<span class="steps">{"".join(items)}</span>'


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


def vocabulary(words: Words) -> dict[str, Callable[..., str]]:
    """Return the words of a part by name."""
    names = (name for name, _ in inspect.getmembers(Words, inspect.isfunction) if not name.startswith("_"))
    return {name: update_wrapper(partial(_say, words, getattr(words, name)), getattr(Words, name)) for name in names}


def _say(words: Words, word: Callable[..., str], *args: object, **kwargs: object) -> str:
    """Call a word: wrong arguments are reported, with what it takes, and what can't be shown is empty."""
    signature, wrong = _signature(getattr(Words, word.__name__)), ["wrong call"]
    with contextlib.suppress(TypeError):
        _, *given = signature.bind(words, *args, **kwargs).arguments.items()
        wrong = []
        for name, value in given:
            parameter = signature.parameters[name]
            fits, kind = _KINDS[parameter.annotation]
            if not all(map(fits, value if parameter.kind is parameter.VAR_POSITIONAL else [value])):
                wrong.append(f"{name} must be {kind}")
    if wrong:
        told = ", ".join(_told(each) for each in [*signature.parameters.values()][1:])
        words._report(f"{wrong[0]}; write {word.__name__}({told})", word.__name__)
        words._deck.complete = False
        return ""
    try:
        return word(*args, **kwargs)
    except NothingToShowError:
        return ""


def _told(parameter: inspect.Parameter) -> str:
    if parameter.default is not parameter.empty:
        return f"{parameter.name}={parameter.default}"
    return f"{parameter.name}=…" if parameter.kind is parameter.KEYWORD_ONLY else str(parameter).split(":")[0]
