"""The rule of truth: no number that looks like a result is typed by hand."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from engine.core.problems import Problem
from engine.slides.parts import Part

_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.S)
_MARKUP = re.compile(r"<[a-z/][^>]*>|`[^`]*`|\]\([^)]*\)|^\s*\d+\.\s|\{#\S*", re.M)
# What looks like a result: a decimal, a percentage, a number of three digits and more that is no year.
_RESULT = re.compile(r"\d+[.,]\d+(?:[\s\u00a0]*%)?|\d+[\s\u00a0]*(?:&nbsp;)?%|\b(?!(?:19|20)\d\d\b)\d{3,}\b")


def _said(word: re.Match) -> str:
    """Return what a word of Jinja says that was typed by hand: the alt text of a figure."""
    alt = re.search(r'alt="([^"]*)"', word.group())
    return (alt.group(1) if alt else "") + "\n" * word.group().count("\n")


def truth(parts: list[Part], folder: Path) -> Iterator[Problem]:
    """Find numbers in prose and notes that look like results and are not from ``value()``.

    Args:
        parts: the parts, not rendered.
        folder: the folder of slides, with ``numeros.toml``: for each part, numbers that are none, with why.
    """
    path = folder / "numeros.toml"
    excused = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    for part in parts:
        allowed = excused.get(Path(part.file).name.removesuffix(".md.j2"), {})
        used = set()
        text = _JINJA.sub(_said, "\n".join(part.lines))
        for number, line in enumerate(text.splitlines(), 1):
            for found in _RESULT.finditer(_MARKUP.sub(" ", line)):
                shown = found.group().replace("&nbsp;", " ").replace("\N{NO-BREAK SPACE}", " ")
                if shown in allowed:
                    used.add(shown)
                    continue
                message = (
                    f'"{shown}" looks like a result typed by hand; write {{{{ value("snippet", "name") }}}},'
                    f" or excuse it with its reason in {folder.name}/numeros.toml"
                )
                yield part.problem(number, message, at=shown)
        for shown in allowed:
            if shown not in used:
                yield Problem(f"{folder.name}/numeros.toml", f'"{shown}" excuses nothing in {part.file}; delete it')
