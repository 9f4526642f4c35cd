"""Read a snippet: a Python file in the percent format, in named cells.

A cell opens with ``# %% name``; what a slide shows is addressed by that name, never by line number, because line
numbers drift. A cell tagged ``fora-do-slide`` may stay off the slides.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path

import jupytext
import nbformat

from engine.core.problems import Problem
from engine.snippets.expected import FOLDER, KEYS, RIGHT, Declaration, read_declaration

OFF_SLIDE = "fora-do-slide"
# Jupyter goes on after a cell with this tag, though it fails.
RAISES_TAG = "raises-exception"
HELP = "CONTRIBUTING.md"
_MARKER = re.compile(r"^# %%")


@dataclass(frozen=True)
class Cell:
    """A named piece of a snippet.

    Args:
        name: what slides call it by.
        source: its code, without the marker line.
        line: line of the marker in the file, from 1.
        tags: its tags, as Jupyter knows them.
        declared: what must go wrong in it; None for a cell that must run.
    """

    name: str
    source: str
    line: int
    tags: tuple[str, ...] = ()
    declared: Declaration | None = None

    @property
    def may_stay_off_slides(self) -> bool:
        """Whether its tags say that no slide has to show it."""
        return OFF_SLIDE in self.tags


@dataclass(frozen=True)
class Snippet:
    """One runnable file, read but not run.

    Args:
        name: path in the folder of snippets, without the ending.
        file: path relative to the project, with forward slashes, for messages.
        path: where it is.
        text: the whole file.
        cells: its code cells by name, in order.
        notebook: the same as a notebook without outputs, with cell ids that depend on nothing but position.
    """

    name: str
    file: str
    path: Path
    text: str
    cells: dict[str, Cell]
    notebook: nbformat.NotebookNode

    @property
    def folder(self) -> Path:
        """The folder of all snippets, with their data."""
        return self.path.parents[self.name.count("/")]


def read_snippet(path: Path, root: Path, folder: Path) -> tuple[Snippet, list[Problem]]:
    """Read one snippet.

    Args:
        path: the file.
        root: the project, to which file names in messages are relative.
        folder: the folder of all snippets, to which its name is relative.

    Returns:
        The snippet and what is wrong with it: cells without a name, with a name that another one has, without code,
        with a declaration that says nothing, and text that is not Python.
    """
    text = path.read_text("utf-8")
    file = path.relative_to(root).as_posix()
    lines = text.splitlines()
    problems = []

    def problem(line: int, message: str, column: int | None = None) -> None:
        source = lines[line - 1] if 0 < line <= len(lines) else None
        problems.append(Problem(file, message, line, source=source, column=column))

    try:
        ast.parse(text)
    except SyntaxError as error:
        column = (error.offset or 1) - 1
        problem(error.lineno or 1, f"this is not valid Python: {error.msg}", column)

    notebook = jupytext.reads(text, fmt="py:percent")
    notebook.metadata = nbformat.NotebookNode(
        kernelspec={"display_name": "Python 3", "language": "python", "name": "python3"},
        language_info={"name": "python"},
    )
    markers = [number for number, line in enumerate(lines, 1) if _MARKER.match(line)]
    if len(notebook.cells) > len(markers):
        problem(1, 'code before the first cell; open a cell with "# %% name" above it')
        markers.insert(0, 1)
    cells: dict[str, Cell] = {}
    for position, (node, line) in enumerate(zip(notebook.cells, markers, strict=True)):
        node.id = f"c{position:02d}"
        if node.cell_type != "code":
            continue
        name = node.metadata.pop("title", "")
        tags = tuple(node.metadata.get("tags", ()))
        if not name:
            if line in markers and _MARKER.match(lines[line - 1]):
                problem(line, 'a cell without a name; write "# %% name"', len(lines[line - 1]))
            continue
        if name in cells:
            problem(line, f'the cell name "{name}" is taken by line {cells[name].line}; give it another', 5)
            continue
        if not node.source.strip():
            problem(line, f'the cell "{name}" is empty; fill it or delete it', 5)
        declared, wrong = read_declaration(node.metadata)
        if wrong:
            problem(line, f'the cell "{name}": {wrong}', 5)
        metadata = {"name": name, "tags": list(tags)}
        if declared:
            metadata |= {key: getattr(declared, key) for key in KEYS if getattr(declared, key) is not None}
            if declared.raises:
                metadata["tags"].append(RAISES_TAG)
        node.metadata = nbformat.NotebookNode(metadata)
        cells[name] = Cell(name, node.source, line, tags, declared)
    name = path.relative_to(folder).with_suffix("").as_posix()
    if name.startswith(f"{FOLDER}/"):
        if not any(cell.declared for cell in cells.values()):
            problem(1, f"no cell of it declares what must go wrong; write raises, warns or effect, as {HELP} says")
        if RIGHT not in cells:
            problem(1, f'no cell "{RIGHT}" that shows how it is done')
    return Snippet(name, file, path, text, cells, notebook), problems


def read_snippets(folder: Path, root: Path) -> tuple[dict[str, Snippet], list[Problem]]:
    """Read every snippet of a folder and of its folder of errors, by name; see `read_snippet`."""
    snippets, problems = {}, []
    for path in sorted([*folder.glob("*.py"), *folder.glob(f"{FOLDER}/*.py")]):
        if path.stem == "__init__":
            continue
        snippet, wrong = read_snippet(path, root, folder)
        snippets[snippet.name] = snippet
        problems += wrong
    return snippets, problems
