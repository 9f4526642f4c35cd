"""Problems and errors of the engine: what is wrong, where it is, and what to do. Standard library only."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Slide:
    """A slide of the deck: its number (from 1) and its title, None when it has no heading."""

    number: int
    title: str | None = None

    def __str__(self) -> str:
        return f'slide {self.number} "{self.title}"' if self.title else f"slide {self.number}"


@dataclass(frozen=True)
class Problem:
    """One problem in the content, with its position."""

    file: str  # path relative to the project, with forward slashes
    message: str  # a sentence: what is wrong and what to do
    line: int | None = None  # line number in the file, from 1; None for the whole file
    slide: Slide | None = None  # the slide that the line belongs to, if any
    source: str | None = None  # the text of the line, printed with a caret below it if `column` is given
    column: int | None = None  # column of the caret in `source`, from 0
    snippet: str = ""  # the name of the snippet that it is about, if any

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        if self.slide is not None:
            place += f"  ({self.slide})"
        message = self.message
        if self.source is not None and self.column is not None:
            indent = self.column - (len(self.source) - len(self.source.lstrip()))
            message = f"{' ' * max(indent, 0)}^ {message}"
        return "\n    ".join([place, message] if self.source is None else [place, self.source.strip(), message])


class ContentError(Exception):
    """The content has problems: exit code 1. Contains every problem of the run."""

    def __init__(self, problems: Iterable[Problem]):
        unique = set(problems)
        self.problems = sorted(unique, key=lambda p: (p.slide.number if p.slide else 0, p.file, p.line or 0, p.message))
        super().__init__("\n\n".join(map(str, self.problems)))

    @property
    def count(self) -> str:
        """The number of problems, as text."""
        return f"{len(self.problems)} problem{'s' if len(self.problems) > 1 else ''}"


class SetupError(Exception):
    """The machine lacks something that the engine cannot provide: exit code 3."""


def read_source(path: Path, root: Path) -> str:
    """Return the text of a file that an author wrote, without a byte order mark and the line endings of Windows.

    Raise `ContentError` when it is not UTF-8, or has a character that no program prints.
    """
    try:
        text = path.read_text("utf-8-sig")
        if "\0" not in text:
            return text
        message, before = "this file has a null character; delete it", text.partition("\0")[0].encode()
    except UnicodeDecodeError as error:
        message, before = "this file is not UTF-8; save it with the encoding UTF-8", error.object[: error.start]
    raise ContentError([Problem(path.relative_to(root).as_posix(), message, before.count(b"\n") + 1)])


def read_toml(path: Path, root: Path) -> dict[str, Any]:
    """Return the content of an author's TOML file, empty without one; raise `ContentError` when it is not valid."""
    import tomllib  # here: see `zipped`

    try:
        return tomllib.loads(read_source(path, root)) if path.exists() else {}
    except tomllib.TOMLDecodeError as error:
        raise ContentError([Problem(path.relative_to(root).as_posix(), f"not valid TOML: {error}")]) from None


def did_you_mean(name: str, known: Iterable[str], kind: str = "") -> str:
    """Return ``; did you mean "x"? kind: x, y, z``: the closest of `known`, and all of `known` if `kind` is given."""
    import difflib  # here: see `zipped`

    known = list(known)
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    asked = f'; did you mean "{near[0]}"?' if near else ""
    return f"{asked or ';'} {kind}: {', '.join(known) or 'none'}" if kind else asked
