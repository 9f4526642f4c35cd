"""Cells that must fail: read what they declare, and check that it happens.

A cell declares in its metadata what must happen (``# %% errado raises="ValueError" message="not recognized"``): an
exception, a warning, or a silent wrong effect. An effect is a Python expression that is true after the cell and false
after the cell ``certo``. A declaration that is not met is a failure of the build, like any error.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Self

import nbformat

from engine.snippets.outputs import warnings_of

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
    def of(cls, metadata: Mapping[str, object]) -> Self | None:
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
    """Return the declaration in a cell's metadata, None without one, and what is wrong with it, None if it is valid."""
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
    name: str, declared: Declaration, outputs: list[nbformat.NotebookNode], effect: Mapping[str, object]
) -> Failure | None:
    """Compare what a cell showed with what it declared; return what is wrong, None if the declaration is met.

    `effect` has ``answer``, whether the effect was true after the cell, or ``error``, why it can't be evaluated.
    """
    error = next((output for output in outputs if output.output_type == "error"), None)
    warned = "".join(output.text for output in outputs if output.get("name") == "stderr")
    passed = actual = ""
    if error:
        if not (error.ename == declared.raises and declared.pattern.search(error.evalue)):
            actual = f"{error.ename}: {error.evalue}"
    elif declared.raises:
        passed = "it raised nothing"
    elif declared.warns and not any(map(declared.pattern.search, warnings_of(warned, declared.warns))):
        passed, actual = "no warning came", warned
    elif "error" in effect:
        actual = f"the effect can't be evaluated: {effect['error']}"
    elif declared.effect and not effect["answer"]:
        passed = "the effect is not there"
    if actual := " ".join(actual.split()):
        said = f'cell "{name}" failed otherwise than declared\n    declared: {declared}\n    actual:   {actual}'
        return Failure(said)
    said = f'cell "{name}" passed unexpectedly: {passed}\n    declared: {declared}'
    return Failure(said, passed=True) if passed else None


def check_effects_gone(effects: Mapping[str, Mapping[str, object]]) -> Failure | None:
    """Return what is wrong after the cell ``certo`` ran: an effect of an earlier cell that is still true."""
    for effect, after in effects.items():
        message = f'cell "{FIXED_CELL}" mends nothing: the effect is still there'
        if "error" in after:
            message = f'after the cell "{FIXED_CELL}" the effect can\'t be evaluated: {after["error"]}'
        if after.get("answer", "error"):
            return Failure(f'{message}\n    declared: effect="{effect}"')
    return None


def count_outcomes(results: Iterable[nbformat.NotebookNode], failures: Iterable[Failure] = ()) -> str:
    """Return as text how many cells failed as expected, failed otherwise, or passed unexpectedly.

    A result is stored only if all declarations in it are met; the failures are those of snippets without a result.
    """
    expected = sum(any(key in cell.metadata for key in DECLARATION_KEYS) for book in results for cell in book.cells)
    passed = [failure.passed for failure in failures]
    counts = {"failed as expected": expected, "failed": passed.count(False), "passed unexpectedly": passed.count(True)}
    return ", ".join(f"{count} {kind}" for kind, count in counts.items() if count)
