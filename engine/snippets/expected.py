"""Cells that must fail: read what they declare, and check that it happens.

A cell declares in its metadata what must happen (``# %% errado raises="ValueError" message="not recognized"``): an
exception, a warning, or a silent wrong effect. An effect is a Python expression that is true after the cell and false
after the cell ``certo``. A declaration that is not met is a failure of the build, like any error.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass

import nbformat

from engine.snippets.tracebacks import message_of, warnings_of

ERRORS_FOLDER = "erros"
FIXED_CELL = "certo"
DECLARATION_KEYS = ("raises", "warns", "effect", "message")


@dataclass(frozen=True)
class Declaration:
    """What must happen in a cell."""

    raises: str | None = None  # name of the exception's type
    warns: str | None = None  # name of the warning's category
    # a Python expression that must be true after the cell, and false after the cell ``certo``
    effect: str | None = None
    message: str | None = None  # a regular expression to find in the message of the exception or warning

    @classmethod
    def of(cls, metadata: Mapping[str, object]) -> Declaration | None:
        """Return the declaration in a cell's metadata; None if there is none."""
        declared = {key: str(metadata[key]) for key in DECLARATION_KEYS if key in metadata}
        return cls(**declared) if declared else None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The compiled regular expression of the message; without one, it matches any message."""
        return re.compile(self.message or "")

    def __str__(self) -> str:
        return " ".join(f'{key}="{value}"' for key, value in asdict(self).items() if value is not None)


def read_declaration(metadata: Mapping[str, object]) -> tuple[Declaration | None, str | None]:
    """Read and validate the declaration in a cell's metadata.

    Returns:
        The declaration, None if there is none; and what is wrong with it, None if it is valid.
    """
    declaration = Declaration.of(metadata)
    if declaration is None:
        return None, None
    loud = declaration.raises or declaration.warns
    if declaration.raises and (declaration.warns or declaration.effect):
        return declaration, "raises goes with message only: a cell that raises has no further effect to declare"
    if not (loud or declaration.effect):
        return declaration, "message alone declares nothing; write raises, warns or effect too"
    if bool(loud) != bool(declaration.message):
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
class Failure:
    """Why a snippet has no result."""

    message: str  # a sentence
    line: int | None = None  # line number in the snippet's file, from 1, if it is known
    passed: bool = False  # whether a cell that must fail passed unexpectedly


def check_declaration(
    name: str,
    declared: Declaration,
    error: BaseException | None,
    warned: str,
    evaluate: Callable[[str], object],
) -> Failure | None:
    """Compare what happened in a cell with what it declared.

    Args:
        name: name of the cell.
        declared: see `Declaration`.
        error: the exception that the cell raised, if any.
        warned: the text that the cell wrote to stderr, with warnings as `format_warning` formats them.
        evaluate: returns the value of an expression in the namespace after the cell.

    Returns:
        What is wrong; None if the declaration is met.
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


def check_effect_gone(declarations: list[Declaration], evaluate: Callable[[str], object]) -> Failure | None:
    """Return a failure if an effect of an earlier cell is still there after the cell ``certo``; else None."""
    for effect in (declared.effect for declared in declarations if declared.effect):
        try:
            if evaluate(effect):
                message = (
                    f'cell "{FIXED_CELL}" mends nothing: the effect is still there\n    declared: effect="{effect}"'
                )
                return Failure(message)
        except Exception as wrong:
            message = f'after the cell "{FIXED_CELL}" the effect can\'t be evaluated: {type(wrong).__name__}: {wrong}'
            return Failure(f'{message}\n    declared: effect="{effect}"')
    return None


def _passed(name: str, declared: Declaration, what: str) -> Failure:
    return Failure(f'cell "{name}" passed unexpectedly: {what}\n    declared: {declared}', passed=True)


def _otherwise(name: str, declared: Declaration, actual: str) -> Failure:
    text = " ".join(actual.split())
    message = f'cell "{name}" failed otherwise than declared\n    declared: {declared}\n    actual:   {text}'
    return Failure(message)


def count_outcomes(results: Iterable[nbformat.NotebookNode], failures: Iterable[Failure] = ()) -> str:
    """Return as text how many cells failed as expected, failed otherwise, or passed unexpectedly.

    Args:
        results: executed notebooks; a notebook is stored only if all declarations in it are met.
        failures: the failures of the snippets that have no result.
    """
    counts = Counter("passed unexpectedly" if failure.passed else "failed" for failure in failures)
    cells = (cell for notebook in results for cell in notebook.cells)
    counts["failed as expected"] = sum(any(key in cell.metadata for key in DECLARATION_KEYS) for cell in cells)
    kinds = ("failed as expected", "failed", "passed unexpectedly")
    return ", ".join(f"{counts[kind]} {kind}" for kind in kinds if counts[kind])
