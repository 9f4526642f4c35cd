"""The outputs of a cell as a result keeps them: what a reader would see, without details of the machine."""

import re
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from nbformat import NotebookNode, v4

from engine.core.paths import ROOT

SVG = "image/svg+xml"
TABLE = "application/vnd.deck.table+json"  # a DataFrame, see `engine.snippets.values`
TEXT = "text/plain"
ANSI = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|\][^\x07\x1b]*(?:\x07|\x1b\\))")
ADDRESS = re.compile(r"\bat 0x[0-9a-fA-F]{6,}")
# A folder that is no part of another name, with the run folder below it; or packages of another machine.
_FOLDER = r"(?<![\w.-])(?:{0})(?![\w-])(?:[/\\]deck-\d+-\w+-\w+(?:[/\\]run)?)?"
_PACKAGES = r"|(?:(?<=[\"'])(?:/|[A-Z]:)[^\"'\n]*|(?<![^\s'\"(])[^\s'\"(]*)[/\\](?:site|dist)-packages(?=[/\\])"
_WARNING = re.compile(r"^(?=\w+Warning: )", re.M)
_BARE = re.compile(r"<[\w.]+( object)? at 0x[0-9a-f]+>")
_ELEMENT = re.compile("<(?:use|path|image) ")
_MAX_ELEMENTS = 20_000  # beyond it a browser needs seconds to draw the slide
_MAX_MB = 5
_DURATION = re.compile(r"\d+ ?[mu]?s/(?:step|epoch)")


def normalized(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """Return outputs with the text of a stream in one piece, as a terminal shows it.

    When it arrives depends on time, and so does the order of the two streams: between other outputs, what was printed
    comes first, then what was written to stderr. A last value that tells nothing is left out: an object that shows only
    its address (what ``model.fit`` returns), and, in a cell that draws, what ``ax.set_title`` and its like return.
    """
    drawn = any(SVG in output.get("data", {}) for output in outputs)
    kept: list[NotebookNode] = []
    for is_stream, group in groupby(outputs, lambda output: output.output_type == "stream"):
        if is_stream:
            pieces = list(group)
            for name in ("stdout", "stderr"):
                text = screen("".join(piece.text for piece in pieces if piece.name == name))
                kept += [v4.new_output("stream", name=name, text=text)] if text else []
            continue
        for output in group:
            if "metadata" in output:
                output.metadata = NotebookNode()
            data = output.get("data", {})
            bare = set(data) == {TEXT} and (drawn or _BARE.fullmatch(data[TEXT]))
            if not (output.output_type == "execute_result" and bare):
                kept.append(output)
    return kept


def screen(text: str) -> str:
    r"""Return text as a terminal shows it after a carriage return (``\r``) and a backspace (``\b``)."""
    if "\r" not in text and "\b" not in text:
        return text
    lines = []
    for line in text.replace("\r\n", "\n").split("\n"):
        shown, at = list[str](), 0
        for character in line:
            if character in "\r\b":
                at = max(at - 1, 0) if character == "\b" else 0
            else:
                shown[at : at + 1] = [character]
                at += 1
        lines.append("".join(shown).rstrip(" ") if "\r" in line else "".join(shown))
    return "\n".join(lines)


def unfit(outputs: list[NotebookNode], folder: Path) -> Iterator[str]:
    """Yield what a deck can't keep of outputs, as a sentence about a cell: it differs in each run, or is too big."""
    for output in outputs:
        data: dict[str, Any] = output.get("data", {})
        text = output.get("text", "") or data.get(TEXT, "")
        count, size = len(_ELEMENT.findall(data.get(SVG, ""))), len(data.get(SVG, "")) / 1e6
        if count > _MAX_ELEMENTS or size > _MAX_MB:
            yield f"draws {count:,} elements ({size:.0f} MB); draw points with rasterized=True, or fewer pixels"
        if mask_folders(shown := data.get(SVG, text), folder) != shown:
            yield "shows a path of this machine; show the name of the file only"
        if SVG in data or output.output_type == "error":
            continue  # the text of a figure is its name, which is never shown; errors are stripped
        if (match := ADDRESS.search(text)) and "text/html" in data:
            yield "shows HTML, which a slide can't; end it with a DataFrame, which table() shows, or print"
        elif match:
            yield f"shows a memory address ({match.group()}), another in each run"
        if match := _DURATION.search(text):
            yield f"shows how long it took ({match.group()}); pass verbose=0"


def mask_folders(text: str, *folders: str | Path) -> str:
    """Return a text with ``…`` for each folder of this machine, and for further ones: another text has one."""
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


def format_warning(folder: str, message: Warning | str, category: type[Warning], *_: object, **_more: object) -> str:
    """Format a warning as ``Category: message``, without the path of the file that issued it, or machine details."""
    return f"{category.__name__}: {strip_machine_details(str(message), folder)}\n"


def warnings_of(stderr: str, category: str) -> list[str]:
    """Return the warnings of a category in a text of `format_warning`, each starting with its category."""
    return [text.strip() for text in _WARNING.split(stderr) if text.startswith(f"{category}: ")]
