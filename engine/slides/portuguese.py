"""Format numbers and tables in Brazilian Portuguese."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from babel.numbers import format_decimal

_LOCALE = "pt_BR"
_NBSP = "\N{NO-BREAK SPACE}"
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|#~$])")


def number(value: bool | int | float | str, digits: int = 2, percent: bool = False) -> str:
    r"""Format a value for a sentence.

    Args:
        value: a number or a truth value; text is returned unchanged.
        digits: digits after the comma; an integer has none unless it is a percentage.
        percent: format a fraction of 1 as a percentage, with a no-break space.

    >>> number(0.97345, digits=1, percent=True)
    '97,3\xa0%'
    """
    if isinstance(value, bool):
        return "sim" if value else "não"
    if isinstance(value, str):
        return value
    if percent:
        return f"{_decimal(value * 100, digits)}{_NBSP}%"
    return _decimal(value, 0 if isinstance(value, int) else digits)


def _decimal(value: float, digits: int) -> str:
    text = format_decimal(value, format=f"#,##0.{'0' * digits}" if digits else "#,##0", locale=_LOCALE)
    if not re.search("[1-9]", text):
        text = text.lstrip("-")  # avoid "-0,00"
    return text.replace("-", "\N{MINUS SIGN}")


def markdown_text(text: str) -> str:
    """Escape text for Markdown, and replace line breaks with spaces."""
    return _MARKDOWN.sub(r"\\\1", text).replace("\n", " ")


def omitted_note(count: int, noun: str) -> list[str]:
    """Return a list with a note of how many items are omitted; an empty list when there are none."""
    return [f"… (mais {number(count)} {noun}{'s' if count > 1 else ''})"] if count > 0 else []


def markdown_table(resource: dict[str, Any], digits: int = 2, most: int = 14, code: Collection[str] = ()) -> str:
    """Return a DataFrame as a Markdown table.

    Args:
        resource: the DataFrame as a tabular data resource (``application/vnd.dataresource+json``).
        digits: digits after the comma in columns of numbers that are not integers.
        most: maximum number of rows; a longer table shows the first rows, and how many are omitted.
        code: names of the columns that contain code.

    Returns:
        The table, with numbers aligned right. The index is the first column, unless it only counts the rows.
    """
    fields = resource["schema"]["fields"]
    index = set(resource["schema"].get("primaryKey", []))
    fields = [f for f in fields if not (f["name"] in index and f["type"] == "integer" and f["name"] == "index")]
    heads = ["" if f["name"] == "index" and f["name"] in index else markdown_text(str(f["name"])) for f in fields]
    rules = ["---:" if f["type"] in ("integer", "number") else ":---" for f in fields]
    rows = [
        [
            "–" if row[f["name"]] is None else _cell(row[f["name"]], "code" if f["name"] in code else f["type"], digits)
            for f in fields
        ]
        for row in resource["data"][:most]
    ]
    for text in omitted_note(len(resource["data"]) - most, "linha"):
        rows.append([text] + [""] * (len(fields) - 1))
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [heads, rules, *rows])


def _cell(value: Any, kind: str, digits: int) -> str:
    if kind == "code":
        return f"`{str(value).replace('|', chr(92) + '|')}`" if value else ""
    if kind == "integer":
        return number(int(value))
    if kind == "number":
        return number(float(value), digits)
    return markdown_text(number(value) if isinstance(value, bool) else str(value))
