"""Rules of language: Brazilian spelling, the glossary of the deck, Brazilian format of numbers and quotes."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from engine.checks.context import CheckContext, Finding
from engine.core.paths import NODE_MODULES, executable
from engine.core.problems import SetupError, read_toml

_SETTINGS = Path(__file__).parents[1] / "cspell.json"
_UNKNOWN = re.compile(r":(\d+):\d+ - Unknown word \((.+?)\)")
_CODE = "\N{INVISIBLE SEPARATOR}"  # in place of code inside a sentence
# Code in notes and figures, which are plain text: `fit`, learning_rate=0.1, keras.Input, StandardScaler.
_NAMES = re.compile(r"`[^`]*`|\S*[_=@\[\]]\S*|\w+\([^)]*\)|\b[a-z]\w*\.\w+\S*|\b[A-Z][a-z]+[A-Z]\w*")
_UNITS = "%|px|h|min|s|ms|kg|km|cm|GB|MB|KB|mil"
_TYPOGRAPHY = [
    (re.compile(r"(?<![\d.])\d+\.(?!\d{3}\b)\d+(?![\d.])"), "a decimal point; write a comma"),
    (re.compile(rf"\d(?:{_UNITS})(?!\w)"), "no space before a unit; write a non-breaking one (&nbsp;)"),
    (re.compile(rf"\d (?:{_UNITS})(?!\w)"), "a breaking space before a unit; write a non-breaking one (&nbsp;)"),
    (re.compile(r"[\"']"), "a straight quote; write “ ” or ’"),
    (re.compile(r"(?<!\.)\.\.(?!\.)| ,| ;(?!\))|\(\s|\s\)"), "a stray space or full stop"),
    (re.compile(r"(?<=[a-zà-ú]) - (?=[a-zà-ú])"), "a hyphen as a dash; write –"),
]


def language(context: CheckContext) -> Iterator[Finding]:
    """Find misspelt and foreign words, words that the glossary replaces, and wrong typography.

    The slides folder contains ``palavras.txt`` (correct words that no dictionary contains) and ``glossario.toml``
    (preferred word = forms that it replaces). Raise `SetupError` when the spell checker can't be run.
    """
    folder = context.paths.slides
    chunks = [(slide["number"], *chunk) for slide in context.page.slides for chunk in slide["chunks"]]
    pieces = [_Piece(number, _NAMES.sub(_CODE, text), figure) for number, text, figure in chunks]
    for piece, word in _unknown_words(pieces, folder):
        message = f'"{word}" is not in the dictionary; correct it, or add it to slides/palavras.txt'
        yield piece.finding(message, word)
    wrong = [(pattern, f'{message}: "{{around}}"') for pattern, message in _TYPOGRAPHY]
    for word, forms in read_toml(folder / "glossario.toml", context.paths.root).items():
        try:
            said = f'"{{text}}": the word of this deck is "{word}"'
            wrong += [(re.compile(rf"(?<!\w){form}(?!\w)", re.I), said) for form in forms]
        except (re.error, TypeError) as error:
            message = f'"{word}" must be a list of regular expressions ({error})'
            yield Finding(0, message, file="slides/glossario.toml")
    for piece in pieces:
        for pattern, message in wrong:
            if found := pattern.search(piece.text):
                around = piece.text[max(0, found.start() - 12) : found.end() + 12].replace(_CODE, "…")
                yield piece.finding(message.format(text=found.group(), around=around), found.group())


class _Piece(NamedTuple):
    """A sentence or a label of a slide, without its code; `figure` is the index of the figure that contains it."""

    slide: int
    text: str
    figure: int | None

    def finding(self, message: str, text: str) -> Finding:
        # The words around the text identify its line.
        words = re.findall(rf"[\w ]*{re.escape(text)}[\w ]*", self.text)
        at, block = words[0].strip()[:60] if words else text, None if self.figure is None else ("figure", self.figure)
        return Finding(self.slide, message, at, block)


def _unknown_words(pieces: list[_Piece], folder: Path) -> Iterator[tuple[_Piece, str]]:
    words = ("lint", "--config", _SETTINGS, "--no-progress", "--no-summary", "stdin")
    command = list(map(str, (executable("node"), NODE_MODULES / "cspell" / "bin.mjs", *words)))
    text = "\n".join(piece.text.replace("\n", " ") for piece in pieces)
    done = subprocess.run(command, cwd=folder, input=text, capture_output=True, encoding="utf-8")
    if done.returncode not in (0, 1) or "Error" in done.stderr:
        raise SetupError(f"the speller failed: {done.stderr.strip()[-200:]}")
    for line, word in _UNKNOWN.findall(done.stdout):
        yield pieces[int(line) - 1], word
