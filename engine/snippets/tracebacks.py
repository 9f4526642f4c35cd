"""Format errors and warnings for a result: the text that a student would read, without details of the machine."""

from __future__ import annotations

import re
import sys
import sysconfig
import tempfile
from pathlib import Path

from engine.core.media import ANSI
from engine.core.paths import ROOT

ADDRESS = re.compile(r"\bat 0x[0-9a-fA-F]{6,}")
# A folder that is no part of another name, with the run folder below it; or packages of another machine.
_FOLDER = r"(?<![\w.-])(?:{0})(?![\w-])(?:[/\\]deck-\d+-\w+-\w+(?:[/\\]run)?)?"
_PACKAGES = r"|(?:(?<=[\"'])(?:/|[A-Z]:)[^\"'\n]*|(?<![^\s'\"(])[^\s'\"(]*)[/\\](?:site|dist)-packages(?=[/\\])"
_WARNING = re.compile(r"^(?=\w+Warning: )", re.M)


def mask_folders(text: str, *folders: str | Path) -> str:
    """Return a text with ``…`` for each folder of this machine: another text shows that it has one.

    Args:
        text: an output or a message.
        folders: further folders, besides those of Python, the project, the user and temporary files.
    """
    temporary = Path(tempfile.gettempdir())
    known = [*folders, *sys.path, *sysconfig.get_paths().values(), ROOT, Path.home(), temporary, temporary / "run"]
    spelt = {str(folder) for path in known if path for folder in (Path(path), Path(path).resolve())}
    # A folder of packages is below that of Python; "/", the home of some containers, is in every path.
    longest = sorted((folder for folder in spelt if Path(folder).parent != Path(folder)), key=len, reverse=True)
    return re.sub(_FOLDER.format("|".join(map(re.escape, longest))) + _PACKAGES, "…", text)


def strip_machine_details(text: str, *folders: str | Path) -> str:
    """Return a text without colours and without what differs between machines: see `mask_folders`; addresses."""
    return ADDRESS.sub("at 0x…", mask_folders(ANSI.sub("", text), *folders))


def message_of(error: BaseException, *folders: str | Path) -> str:
    """Return the message of an error without machine details; that of a syntax error has no file name and line."""
    return strip_machine_details(error.msg if isinstance(error, SyntaxError) else str(error), *folders)


def format_warning(
    folder: str, message: Warning | str, category: type[Warning], *_where: object, **_more: object
) -> str:
    """Format a warning as ``Category: message``, without the path of the file that issued it, or machine details."""
    return f"{category.__name__}: {strip_machine_details(str(message), folder)}\n"


def warnings_of(stderr: str, category: str) -> list[str]:
    """Return the warnings of a category in a text of `format_warning`, each starting with its category."""
    return [text.strip() for text in _WARNING.split(stderr) if text.startswith(f"{category}: ")]
