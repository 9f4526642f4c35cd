"""Run a snippet for several values of its parameters, each a result of its own.

A cell with papermill's tag ``parameters`` assigns them, and the values to run the snippet for stand behind its name:
``# %% parametros tags=["parameters"] semente=[42, 0, 1]``. The first value of each is the one that the cell assigns,
which the slides and the notebook show. With several parameters, each combination runs.
"""

from __future__ import annotations

import ast
import copy
import itertools
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.snippets.read import Snippet

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
    found = {}
    for node in ast.parse(source).body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant() | ast.UnaryOp(operand=ast.Constant())):
                found[name] = node.value
    return found


def runs_of(snippet: Snippet) -> list[Snippet]:
    """Return the runs of a snippet: itself, and one for each further combination of the values of its parameters."""
    cell = next((cell for cell in snippet.cells.values() if cell.values), None)
    if cell is None:
        return [snippet]
    assigned, runs = _assigned(cell.source), [snippet]
    for combination in itertools.islice(itertools.product(*cell.values.values()), 1, None):
        given = dict(zip(cell.values, combination, strict=True))
        lines, notebook = snippet.text.split("\n"), copy.deepcopy(snippet.notebook)
        for name, value in given.items():
            place, row = assigned[name], cell.line + assigned[name].lineno - 1
            line = lines[row].encode()  # an offset of ast counts bytes
            lines[row] = b"".join(
                (line[: place.col_offset], repr(value).encode(), line[place.end_col_offset :])
            ).decode()
        source = "\n".join(lines[cell.line : cell.line + len(cell.source.split("\n"))])
        next(node for node in notebook.cells if node.metadata.get("name") == cell.name).source = source
        cells = snippet.cells | {cell.name: replace(cell, source=source)}
        name = f"{snippet.name}[{','.join(f'{name}={value}' for name, value in given.items())}]"
        runs.append(replace(snippet, name=name, text="\n".join(lines), cells=cells, notebook=notebook, given=given))
    return runs


def values_of_run(run: Snippet) -> dict[str, Any]:
    """Return the values of the parameters in a run, by name; empty for a snippet without parameters."""
    values = next((cell.values for cell in run.cells.values() if cell.values), {})
    return dict(run.given) or {name: each[0] for name, each in values.items()}
