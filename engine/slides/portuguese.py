"""Format numbers and tables in Brazilian Portuguese."""

import math
import re
from collections.abc import Collection, Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Any

_NBSP = "\N{NO-BREAK SPACE}"
_SIGNS = str.maketrans({",": ".", ".": ",", "-": "\N{MINUS SIGN}", "%": f"{_NBSP}%"})
# What opens a list, a border or the line below a heading.
_LIST = re.compile(r"^(\s*|\s*\d{1,9}(?=[.)](?:\s|$)))([-+=.)])(?=\s|$|[-=])")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|#~$&])")


@lru_cache(maxsize=4096, typed=True)  # 1 and True are not shown alike
def number(value: bool | int | float | str, digits: int = 2, percent: bool = False) -> str:
    r"""Format a number or a truth value for a sentence; text is returned unchanged.

    An integer has no digits after the comma, unless it is a percentage: `percent` formats a fraction of 1.

    >>> number(0.97345, digits=1, percent=True)
    '97,3\xa0%'
    """
    if isinstance(value, bool):
        return "sim" if value else "não"
    if isinstance(value, str):
        return value
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else "∞" if value > 0 else "\N{MINUS SIGN}∞"
    digits = 0 if isinstance(value, int) and not percent else digits
    text = f"{Decimal(str(value)):,.{digits}{'%' if percent else 'f'}}".translate(_SIGNS)  # rounds as it is written
    return text if re.search("[1-9]", text) else text.lstrip("\N{MINUS SIGN}")  # avoid "-0,00"


def number_range(values: Iterable[float], digits: int = 2, percent: bool = False) -> str:
    """Format the range of some numbers for a sentence: ``60 a 66 %``, or one number if all are shown alike."""
    numbers = sorted(values)
    low, high = number(numbers[0], digits, percent), number(numbers[-1], digits, percent)
    return low if low == high else f"{low.removesuffix(f'{_NBSP}%')}{_NBSP}a{_NBSP}{high}"


def plain_number(value: Any) -> str:
    """Format the value of a parameter with as many digits as it has."""
    return f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value)


def markdown_text(text: str, opens: bool = True) -> str:
    """Return text as Markdown that shows just that text, on one line; ``opens`` if it may stand first on its line."""
    text = _MARKDOWN.sub(r"\\\1", re.sub(r"\r\n?|\n", " ", text))
    return _LIST.sub(r"\1\\\2", text) if opens else text


def omitted_note(count: int, noun: str) -> list[str]:
    """Return a list with a note of how many items are omitted; an empty list when there are none."""
    return [f"… (mais {number(count)} {noun}{'s' if count > 1 else ''})"] if count > 0 else []


def markdown_table(
    table: dict[str, Any], digits: int = 2, most: int = 14, code: Collection[str] = (), plain: Collection[str] = ()
) -> str:
    """Return a Markdown table of a DataFrame (see `engine.snippets.values.table_data`), numbers to the right.

    A longer table than `most` rows shows the first rows, and how many are omitted. Columns of `code` contain code, the
    numbers of `plain` columns are shown as they are, others that are not integers with these digits.
    """
    named = dict.fromkeys(code, "code") | dict.fromkeys(plain, "plain")
    kinds = [named.get(head, kind) for head, kind in zip(table["heads"], table["kinds"], strict=True)]
    heads = [markdown_text(head) for head in table["heads"]]
    rules = ["---:" if kind in ("integer", "number") else ":---" for kind in kinds]
    rows = [[_cell(value, kind, digits) for value, kind in zip(row, kinds, strict=True)] for row in table["rows"]]
    note = [[text] + [""] * (len(heads) - 1) for text in omitted_note(table["count"] - most, "linha")]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [heads, rules, *rows[:most], *note])


def _cell(value: Any, kind: str, digits: int) -> str:
    if value is None:
        return "–"
    if kind == "code":
        return "<br>".join(code_span(line) for line in str(value).splitlines() if line)
    if isinstance(value, bool | int | float) and kind != "plain":
        return number(value, digits)
    return markdown_text({"inf": "∞", "-inf": "\N{MINUS SIGN}∞"}.get(str(value), str(value)))


def backticks(text: str, least: int) -> str:
    """Return at least so many backticks, and more than any run in a text, so that the text cannot close its fence."""
    return "`" * max([least, *(len(run) + 1 for run in re.findall("`+", text))])


def code_span(text: str) -> str:
    """Return one line of code as Markdown for a cell of a table, whatever it contains."""
    fence = backticks(text, 1)
    space = " " if "`" in text else ""
    return f"{fence}{space}{text}{space}{fence}".replace("|", r"\|")
