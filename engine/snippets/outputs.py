"""The outputs of a cell as a result keeps them: the same on every run, and only what a reader would see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from nbformat import NotebookNode, v4

from engine.core.media import SVG, TEXT
from engine.snippets.tracebacks import ADDRESS, mask_folders

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
        shown: list[str] = []
        at = 0
        for character in line:
            if character == "\r":
                at = 0
            elif character == "\b":
                at = max(at - 1, 0)
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
