"""Format errors and warnings for a result: the text that a student would read, without details of the machine."""

from __future__ import annotations

import os
import re
import sys
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path

from engine.core.media import ANSI

ADDRESS = re.compile(r"\bat 0x[0-9a-fA-F]{6,}")
_PACKAGES = re.compile(r"(?<![^\s'\"(])[^\s'\"(]*[/\\](?:site|dist)-packages[/\\]")  # of another machine
_WARNING = re.compile(r"^(?=\w+Warning: )", re.M)


def strip_machine_details(text: str) -> str:
    """Return a message without colours and without what differs between machines: folders, memory addresses."""
    text = ANSI.sub("", text)
    folders = {str(folder) for path in sys.path if path for folder in (Path(path), Path(path).resolve())}
    for folder in sorted(folders, key=len, reverse=True):  # a folder of packages is below that of Python
        text = text.replace(f"{folder}{os.sep}", "…/")
    text = _PACKAGES.sub("…/", text)
    return ADDRESS.sub("at 0x…", text)


def message_of(error: BaseException) -> str:
    """Return the message of an error without machine details; that of a syntax error has no file name and line."""
    return strip_machine_details(error.msg if isinstance(error, SyntaxError) else str(error))


def format_warning(message: Warning | str, category: type[Warning], *_where: object, **_more: object) -> str:
    """Format a warning as ``Category: message``, without the path of the file that issued it."""
    return f"{category.__name__}: {strip_machine_details(str(message))}\n"


def install_format_warning() -> None:
    """Make Python format its warnings with `format_warning`."""
    warnings.formatwarning = format_warning


def warnings_of(stderr: str, category: str) -> list[str]:
    """Return the warnings of a category in a text of `format_warning`, each starting with its category."""
    return [text.strip() for text in _WARNING.split(stderr) if text.startswith(f"{category}: ")]


def frames(error: BaseException, place: Callable[[str, int], tuple[str, int] | None]) -> list[str]:
    """Return the frames of a traceback as Python prints them, starting at the first frame in the snippet.

    Args:
        error: the exception.
        place: returns file and line in the snippet for the file name and line of a frame; None for other frames.
    """
    lines, inside = [], False
    for frame in traceback.extract_tb(error.__traceback__):
        own = place(frame.filename, frame.lineno or 0)
        inside = inside or own is not None
        if inside:
            file, line = own or (strip_machine_details(frame.filename), frame.lineno)
            name = "<module>" if frame.name.startswith("<cell line") else frame.name
            lines.append(f'  File "{file}", line {line}, in {name}\n    {frame.line}')
    return lines
