"""Cells that must fail: what they declare, and whether it came true.

A cell says in its metadata what must happen in it (``# %% errado raises="ValueError" message="not recognized"``): an
exception, a warning, or a silent wrong effect, which is a Python expression that is true after the cell and no more
after the cell ``certo``. A declaration that does not come true is a failure of the build, like any error.
"""

from __future__ import annotations

import re
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

FOLDER = "erros"
RIGHT = "certo"
KEYS = ("raises", "warns", "effect", "message")
_WARNING = re.compile(r"^(?=\w+Warning: )", re.M)
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_ADDRESS = re.compile(r"\bat 0x[0-9a-fA-F]{6,}")
_PACKAGES = re.compile(r"[^\s'\"(]*[/\\](?:site|dist)-packages[/\\]")
_PYTHON = re.compile(rf"{re.escape(str(Path(traceback.__file__).parent))}[/\\]")


@dataclass(frozen=True)
class Declaration:
    """What must happen in a cell.

    Args:
        raises: name of the exception's type.
        warns: name of the warning's category.
        effect: a Python expression that must be true after the cell, and false after the cell ``certo``.
        message: a regular expression that the message of the exception or warning must hold.
    """

    raises: str | None = None
    warns: str | None = None
    effect: str | None = None
    message: str | None = None

    @property
    def pattern(self) -> re.Pattern:
        """What matters in the message."""
        return re.compile(self.message or "")

    def __str__(self) -> str:
        return " ".join(f'{key}="{value}"' for key, value in asdict(self).items() if value is not None)


def read_declaration(metadata: Mapping[str, object]) -> tuple[Declaration | None, str | None]:
    """Take a cell's declaration from its metadata.

    Returns:
        The declaration, None when there is none; and what is wrong with it, None when nothing is.
    """
    said = {key: metadata[key] for key in KEYS if key in metadata}
    if not said:
        return None, None
    declaration = Declaration(**{key: str(value) for key, value in said.items()})
    if "raises" in said and ("warns" in said or "effect" in said):
        return declaration, "raises goes with message only: a cell that raises has no further effect to declare"
    if "raises" not in said and "warns" not in said and "effect" not in said:
        return declaration, "message alone declares nothing; write raises, warns or effect too"
    if ("raises" in said or "warns" in said) != ("message" in said):
        return declaration, "raises and warns need a message, and a message needs one of them"
    try:
        re.compile(declaration.message or "")
        compile(declaration.effect or "0", "effect", "eval")
    except re.error as error:
        return declaration, f"message is no regular expression: {error}"
    except SyntaxError as error:
        return declaration, f"effect is no Python expression: {error.msg}"
    return declaration, None


@dataclass(frozen=True)
class Verdict:
    """Why what happened in a cell is not what it declared.

    Args:
        message: a sentence.
        passed: whether the cell passed unexpectedly, rather than failed in another way.
    """

    message: str
    passed: bool


def judge(
    name: str,
    declared: Declaration,
    error: BaseException | None,
    warned: str,
    evaluate: Callable[[str], object],
) -> Verdict | None:
    """Compare what happened in a cell with what it declared.

    Args:
        name: of the cell.
        declared: see `Declaration`.
        error: what it raised.
        warned: the text that it wrote to stderr, warnings as `one_line` writes them.
        evaluate: gives the value of an expression in the namespace after the cell.

    Returns:
        What is wrong; None when all came true.
    """
    if declared.raises:
        if error is None:
            return _passed(name, declared, "it raised nothing")
        actual = message_of(error)
        if type(error).__name__ != declared.raises or not declared.pattern.search(actual):
            return _otherwise(name, declared, f"{type(error).__name__}: {actual}")
        return None
    if error is not None:
        return _otherwise(name, declared, f"{type(error).__name__}: {message_of(error)}")
    if declared.warns and not any(map(declared.pattern.search, warnings_of(warned, declared.warns))):
        return _otherwise(name, declared, warned) if warned.strip() else _passed(name, declared, "no warning came")
    if declared.effect:
        try:
            there = bool(evaluate(declared.effect))
        except Exception as wrong:
            return _otherwise(name, declared, f"the effect can't be evaluated: {type(wrong).__name__}: {wrong}")
        if not there:
            return _passed(name, declared, "the effect is not there")
    return None


def judge_right(declarations: list[Declaration], evaluate: Callable[[str], object]) -> Verdict | None:
    """Return what is wrong after the cell ``certo`` ran: an effect of an earlier cell that is still there."""
    for effect in (declared.effect for declared in declarations if declared.effect):
        try:
            if evaluate(effect):
                message = f'cell "{RIGHT}" mends nothing: the effect is still there\n    declared: effect="{effect}"'
                return Verdict(message, passed=False)
        except Exception as wrong:
            message = f'after the cell "{RIGHT}" the effect can\'t be evaluated: {type(wrong).__name__}: {wrong}'
            return Verdict(f'{message}\n    declared: effect="{effect}"', passed=False)
    return None


def _passed(name: str, declared: Declaration, what: str) -> Verdict:
    return Verdict(f'cell "{name}" passed unexpectedly: {what}\n    declared: {declared}', passed=True)


def _otherwise(name: str, declared: Declaration, actual: str) -> Verdict:
    text = " ".join(actual.split())
    message = f'cell "{name}" failed otherwise than declared\n    declared: {declared}\n    actual:   {text}'
    return Verdict(message, passed=False)


@dataclass
class Tally:
    """How many cells failed as expected, failed otherwise, or passed unexpectedly."""

    expected: int = 0
    failed: int = 0
    passed: int = 0

    def __str__(self) -> str:
        counts = [f"{self.expected} failed as expected"] if self.expected else []
        counts += [f"{self.failed} failed"] if self.failed else []
        counts += [f"{self.passed} passed unexpectedly"] if self.passed else []
        return ", ".join(counts)


def masked(text: str) -> str:
    """Return a message without colours, and without what differs from machine to machine: folders, addresses."""
    text = _PYTHON.sub("…/", _PACKAGES.sub("…/", _ANSI.sub("", text)))
    return _ADDRESS.sub("at 0x…", text)


def message_of(error: BaseException) -> str:
    """Return the message of an error, `masked`; of a syntax error, without the name of the file and the line."""
    return masked(error.msg if isinstance(error, SyntaxError) else str(error))


def one_line(message: Warning | str, category: type[Warning], *_where) -> str:
    """Write a warning as ``Category: message``, without the path of the file that it came from."""
    return f"{category.__name__}: {masked(str(message))}\n"


def warnings_of(warned: str, category: str) -> list[str]:
    """Return the warnings of a category in a text that `one_line` wrote, each from its category on."""
    return [text.strip() for text in _WARNING.split(warned) if text.startswith(f"{category}: ")]


def format_warnings() -> None:
    """Make Python write its warnings as `one_line` does."""
    warnings.formatwarning = one_line


def frames(error: BaseException, place: Callable[[str, int], tuple[str, int] | None]) -> list[str]:
    """Return the traceback of an error as Python writes it, from the first line of the snippet on.

    Args:
        error: what was raised.
        place: gives file and line in the snippet for the file name and line of a frame; None for other frames.
    """
    lines, inside = [], False
    for frame in traceback.extract_tb(error.__traceback__):
        own = place(frame.filename, frame.lineno or 0)
        inside = inside or own is not None
        if inside:
            file, line = own or (masked(frame.filename), frame.lineno)
            name = "<module>" if frame.name.startswith("<cell line") else frame.name
            lines.append(f'  File "{file}", line {line}, in {name}\n    {frame.line}')
    return lines


def tally(notebooks) -> Tally:
    """Count the cells of results that failed as they declared: a result is kept only when all did."""
    cells = (cell for notebook in notebooks for cell in notebook.cells)
    counts = Counter(any(key in cell.metadata for key in KEYS) for cell in cells)
    return Tally(expected=counts[True])
