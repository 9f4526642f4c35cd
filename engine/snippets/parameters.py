"""Run a snippet for several values of its parameters, each a result of its own.

A cell with papermill's tag ``parameters`` assigns them, and the values to run the snippet for stand behind its name:
``# %% parametros tags=["parameters"] semente=[42, 0, 1]``. The first value of each is the one that the cell assigns,
which the slides and the notebook show. With several parameters, each combination runs.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Any

TAG = "parameters"
_OF_JUPYTEXT = {"cell_marker", "lines_to_next_cell", "lines_to_end_of_cell_marker"}


def read_values(metadata: Mapping[str, Any], source: str) -> tuple[dict[str, list[Any]], str | None]:
    """Read the values of the parameters from the metadata of their cell.

    Returns:
        The values by name, and what is wrong with them, None if they are valid.
    """
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


def with_values(text: str, line: int, source: str, given: Mapping[str, Any]) -> str:
    """Return the text of a snippet in which the cell of its parameters assigns other values.

    Args:
        text: the text of the snippet.
        line: line of the cell's marker, from 1.
        source: the code of the cell.
        given: the values by name.
    """
    lines = text.split("\n")
    for name, value in given.items():
        place = _assigned(source)[name]
        row = line + place.lineno - 1
        code = lines[row].encode()  # an offset of ast counts bytes
        lines[row] = b"".join((code[: place.col_offset], repr(value).encode(), code[place.end_col_offset :])).decode()
    return "\n".join(lines)
