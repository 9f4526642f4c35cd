"""Read a snippet: a Python file in the percent format, divided into named cells.

A cell starts with ``# %% name``. Slides refer to a cell by this name, never by line number, because line numbers
change with each edit. A cell tagged ``fora-do-slide`` may be on no slide. One with papermill's tag ``parameters``
assigns parameters, and the values to run the snippet for, each with a result of its own, stand behind its name:
``# %% parametros tags=["parameters"] semente=[42, 0, 1]``. Slides and notebook show the first, which the cell assigns.
"""

import ast
import copy
import io
import re
import tokenize
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import islice, pairwise, product
from pathlib import Path
from typing import Any, Self

import jupytext
import nbformat

from engine.core.files import source_files
from engine.core.problems import ContentError, Problem, read_source
from engine.snippets.expected import DECLARATION_KEYS, ERRORS_FOLDER, FIXED_CELL, Declaration, read_declaration

TAG = "parameters"
_MARKER = re.compile(r"#\s*%%+(\s|$)")
_OF_JUPYTEXT = {"cell_marker", "lines_to_next_cell", "lines_to_end_of_cell_marker"}
_CARET = len("# %% ")
_FORMAT = {"extension": ".py", "format_name": "percent", "comment_magics": False}
_KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
_METADATA = {"kernelspec": _KERNEL, "language_info": {"name": "python"}}


@dataclass(frozen=True)
class Cell:
    """A named cell of a snippet."""

    name: str  # the name that slides refer to
    source: str  # its code, without the marker line
    line: int  # line number of the marker in the file, from 1
    tags: tuple[str, ...] = ()  # its Jupyter tags
    declared: Declaration | None = None  # how it must fail; None for a cell that must run without error
    values: Mapping[str, list[Any]] = field(default_factory=dict)  # of the parameters that it assigns, to run it for

    @property
    def may_stay_off_slides(self) -> bool:
        """Whether its tags allow it to be on no slide."""
        return "fora-do-slide" in self.tags or TAG in self.tags


@dataclass(frozen=True)
class Snippet:
    """A snippet that was read but not run."""

    name: str  # path in the folder of snippets, without the suffix
    file: str  # path relative to the deck, with forward slashes, for messages
    path: Path  # path of the file
    text: str = ""  # content of the file
    cells: dict[str, Cell] = field(default_factory=dict)  # its code cells by name, in order
    # the snippet as a notebook without outputs; the cell ids depend only on the position
    notebook: nbformat.NotebookNode = field(default_factory=lambda: nbformat.v4.new_notebook(metadata=_METADATA))
    valid: bool = False  # whether the text is valid Python, and all of it in cells
    # the parameters of a run for other values than those that the author wrote
    given: Mapping[str, Any] = field(default_factory=dict)
    data_files: list[Path] = field(default_factory=list)  # of all snippets

    @property
    def folder(self) -> Path:
        """The folder of all snippets, with their data."""
        return self.path.parents[self.file.count("/") - 1]

    @property
    def text_of_run(self) -> str:
        """Its text without the values of the other runs, which change nothing in this one."""
        cell, lines = self._parameter_cell, self.text.split("\n")
        if cell:
            lines[cell.line - 1] = f"# %% {cell.name}"
        return "\n".join(lines)

    @cached_property
    def _parameter_cell(self) -> Cell | None:
        return next((cell for cell in self.cells.values() if cell.values), None)

    @property
    def parameters(self) -> dict[str, Any]:
        """The values of the parameters in this run, by name; empty for a snippet without parameters."""
        values = self._parameter_cell.values if self._parameter_cell else {}
        return {name: each[0] for name, each in values.items()} | {**self.given}

    @cached_property
    def runs(self) -> list[Self]:
        """Its runs: itself, and one for each further combination of the values of its parameters."""
        cell, runs = self._parameter_cell, [self]
        if cell is None:
            return runs
        for combination in islice(product(*cell.values.values()), 1, None):
            given = dict(zip(cell.values, combination, strict=True))
            source, notebook = _with_values(cell.source, given), copy.deepcopy(self.notebook)
            lines = self.text.split("\n")
            lines[cell.line : cell.line + source.count("\n") + 1] = [source]
            next(node for node in notebook.cells if node.metadata.get("name") == cell.name).source = source
            cells = self.cells | {cell.name: replace(cell, source=source)}
            name = f"{self.name}[{','.join(f'{name}={value}' for name, value in given.items())}]"
            runs.append(replace(self, name=name, text="\n".join(lines), cells=cells, notebook=notebook, given=given))
        return runs

    @property
    def is_error(self) -> bool:
        """Whether it fails on purpose."""
        return self.name.startswith(f"{ERRORS_FOLDER}/")

    @cached_property
    def mentioned_data(self) -> list[str]:
        """The data files whose name stands in its text: libraries in C open files unseen."""
        return [path.relative_to(self.folder).as_posix() for path in self.data_files if path.name in self.text]

    @cached_property
    def imports(self) -> set[str]:
        """The full names of the modules that it imports; empty if it is not valid Python."""
        nodes = list(ast.walk(ast.parse(self.text))) if self.valid else []
        modules = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
        froms = (node for node in nodes if isinstance(node, ast.ImportFrom) and not node.level)
        return modules | {node.module for node in froms if node.module}

    def problem(self, message: str, line: int | None = None, column: int | None = None) -> Problem:
        """Return a problem in its file, at a line and column if they are given."""
        source = next(iter(self.text.split("\n")[line - 1 : line]), None) if line else None
        if self.given:
            message = f"with {', '.join(f'{name} = {value}' for name, value in self.given.items())}: {message}"
        return Problem(self.file, message, line, source=source, column=column, snippet=self.name)


def read_snippet(path: Path, root: Path) -> tuple[Snippet, list[Problem]]:
    """Read one snippet, and its problems: cells without a name or code, names taken, wrong declarations, no Python."""
    name, file = path.relative_to(root / "snippets").with_suffix("").as_posix(), path.relative_to(root).as_posix()
    try:
        return _parsed(name, file, path, read_source(path, root))
    except ContentError as error:
        return Snippet(name, file, path), error.problems


@lru_cache(maxsize=2048)  # the preview reads all again when one changes
def _parsed(name: str, file: str, path: Path, text: str) -> tuple[Snippet, list[Problem]]:
    snippet = Snippet(name, file, path, text)
    try:
        ast.parse(text)
        markers = _markers(text)
    except (SyntaxError, RecursionError, tokenize.TokenError) as error:
        place = (getattr(error, "lineno", None) or 1, (getattr(error, "offset", None) or 1) - 1)
        return snippet, [snippet.problem(f"this is not valid Python: {getattr(error, 'msg', error)}", *place)]
    lines, cells = snippet.text.split("\n"), snippet.cells
    problems, unread = [], []
    if any(line.strip() and not line.startswith("#") for line in lines[: markers[0] - 1 if markers else None]):
        unread.append(snippet.problem('code before the first cell; open a cell with "# %% name" above it', 1))
    for position, (line, end) in enumerate(pairwise([*markers, len(lines) + 1])):
        try:
            # A comment stays a comment: jupytext would take "# ls" or "# %time" for a command of the notebook.
            node = jupytext.reads("\n".join(lines[line - 1 : end - 1]), fmt=_FORMAT).cells[0]
        except (nbformat.ValidationError, TypeError, ValueError) as wrong:
            message = f'a cell marker can\'t be read ({wrong}); write # %% name tags=["…"]'
            if isinstance(wrong, nbformat.ValidationError):
                message = f'"{wrong.path[-1]}" has a meaning of its own in notebooks; choose another name'
            unread.append(snippet.problem(message, line))
            continue
        node.id = f"c{position:02d}"
        snippet.notebook.cells.append(node)
        if node.cell_type != "code":
            continue
        node.source = "\n".join(lines[line : end - 1]).rstrip("\n")  # for jupytext, other characters end lines, too
        cell, mistakes = _read_cell(node, line)
        if cell.name in cells:
            taken = cells[cell.name].line
            mistakes = [(f'the cell name "{cell.name}" is taken by line {taken}; give it another', _CARET)]
        elif cell.name:
            cells[cell.name] = cell
        problems += [snippet.problem(message, line, column) for message, column in mistakes]
    if unread:
        return replace(snippet, cells={}), unread + problems
    if snippet.is_error and not any(cell.declared for cell in cells.values()):
        message = "no cell of it declares what must go wrong; write raises, warns or effect, as CONTRIBUTING.md says"
        problems.append(snippet.problem(message, 1))
    if snippet.is_error and FIXED_CELL not in cells:
        problems.append(snippet.problem(f'no cell "{FIXED_CELL}" that shows how it is done', 1))
    return replace(snippet, valid=True), problems


def _markers(text: str) -> list[int]:
    """Return the lines, from 1, that open a cell: comments, not text inside a string."""
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    comments = (token for token in tokens if token.type == tokenize.COMMENT and token.start[1] == 0)
    return [token.start[0] for token in comments if _MARKER.match(token.string)]


def _read_cell(node: nbformat.NotebookNode, line: int) -> tuple[Cell, list[tuple[str, int]]]:
    """Return a code cell and its problems: messages, each with a column in the line of the marker.

    Replace the metadata that jupytext parsed from the marker with the metadata that a result stores.
    """
    name, tags = node.metadata.pop("title", ""), node.metadata.get("tags", [])
    declared, mistake = read_declaration(node.metadata)
    wrong = []
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags) or "=" in name:
        wrong.append(('what is behind the name can\'t be read; write # %% name tags=["…"]', _CARET))
        tags = []
    if not name:
        wrong.append(('a cell without a name; write "# %% name"', _CARET - 1))
    elif not node.source.strip():
        wrong.append((f'the cell "{name}" is empty; fill it or delete it', _CARET))
    values, unfit = _read_values(node.metadata, node.source) if TAG in tags else ({}, None)
    wrong += [(f'the cell "{name}": {each}', _CARET) for each in (mistake, unfit) if name and each]
    passes = ["raises-exception"] if declared and declared.raises else []  # Jupyter goes on after it
    metadata = {"name": name, "tags": [*tags, *passes]}
    metadata |= {key: getattr(declared, key) for key in DECLARATION_KEYS if getattr(declared, key, None) is not None}
    node.metadata = nbformat.NotebookNode(metadata)
    return Cell(name, node.source, line, tuple(tags), declared, values), wrong


def _read_values(metadata: Mapping[str, Any], source: str) -> tuple[dict[str, list[Any]], str | None]:
    """Return the values of parameters in the metadata of their cell, and what is wrong with them, None if nothing."""
    values = {name: each for name, each in metadata.items() if name not in {"tags", *_OF_JUPYTEXT}}
    assigned = _assigned(source)
    for name, each in values.items():
        if name not in assigned:
            return {}, f'it has no line "{name} = …", with one value'
        first = ast.literal_eval(assigned[name])
        if not isinstance(each, list) or not each or each[0] != first or len({*map(repr, each)}) != len(each):
            return {}, f"write {name}=[{first!r}, …], other values after that of the cell"
    return values, None if values else "write the values to run it for behind its name: semente=[42, 0, 1]"


def _assigned(source: str) -> dict[str, ast.expr]:
    """Return the literals that a cell assigns to names, each on a line, by name."""
    found: dict[str, ast.expr] = {}
    for node in ast.parse(source).body:
        match node:
            case ast.Assign(
                targets=[ast.Name(id=name)],
                value=ast.Constant() | ast.UnaryOp(op=ast.USub(), operand=ast.Constant()) as value,
            ) if value.lineno == value.end_lineno:
                found[name] = value
    return found


def _with_values(source: str, given: Mapping[str, Any]) -> str:
    """Return the source of a cell that assigns the given values."""
    lines = source.encode().split(b"\n")  # an offset of ast counts bytes
    for name, place in _assigned(source).items():
        if name in given:
            code, value = lines[place.lineno - 1], repr(given[name]).encode()
            lines[place.lineno - 1] = code[: place.col_offset] + value + code[place.end_col_offset :]
    return b"\n".join(lines).decode()


def read_snippets(root: Path) -> tuple[dict[str, Snippet], list[Problem]]:
    """Read every snippet of a deck by name, including those that fail on purpose; see `read_snippet`."""
    snippets, folder = {}, root / "snippets"
    links = (path.relative_to(root).as_posix() for path in folder.rglob("*") if path.is_symlink() and path.is_dir())
    problems = [Problem(file, "a link to a folder; copy the folder here") for file in links]
    data = [path for path in sorted(source_files(folder)) if path.suffix != ".py"]
    for path in sorted([*folder.glob("*.py"), *folder.glob(f"{ERRORS_FOLDER}/*.py")]):
        if path.name.startswith((".", "__init__.")) or not path.is_file():  # also the lock of an editor
            continue
        snippet, wrong = read_snippet(path, root)
        snippets[snippet.name] = replace(snippet, data_files=data)
        problems += wrong
    return snippets, problems
