"""Run one snippet in the current process, and return its outputs as an executed notebook.

IPython runs the cells, so that a slide can show exactly what a notebook displays: printed text, the last value of a
cell, DataFrames, figures as SVG, errors. A result contains no details of the machine: no time, path or memory address.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
from nbformat import v4

from engine.core.media import SVG, TEXT
from engine.snippets import values
from engine.snippets.expected import (
    FIXED_CELL,
    Declaration,
    Failure,
    check_declaration,
    check_effect_gone,
)
from engine.snippets.tracebacks import ADDRESS, frames, install_format_warning, message_of, summary_line

if TYPE_CHECKING:
    from IPython.core.interactiveshell import ExecutionResult, InteractiveShell

# Environment variables to set before the first import of NumPy and TensorFlow, so that a result depends neither on
# the number of cores nor on the user's settings. oneDNN is off because it picks its kernels by the type of CPU.
SETTINGS = {
    "CUDA_VISIBLE_DEVICES": "-1",
    "KERAS_BACKEND": "tensorflow",
    "LC_ALL": "C.UTF-8",
    "MKL_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "SOURCE_DATE_EPOCH": "0",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "TF_NUM_INTEROP_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TZ": "UTC",
}
# Environment variables with the paths of the style and of the fonts of the deck's figures.
STYLE, FONTS = "DECK_STYLE", "DECK_FONTS"

_CELL_FILE = re.compile(r"<ipython-input-(\d+)-")
_BARE = re.compile(r"<[\w.]+( object)? at 0x[0-9a-f]+>")
_DURATION = re.compile(r"\d+[mu]?s/(?:step|epoch)")


@dataclass
class Execution:
    """The outcome of running a snippet; picklable."""

    # the executed notebook as JSON text; ``metadata.values`` contains the plain values by name, ``metadata.data`` the
    # files that the snippet opened in the folder of all snippets, relative to that folder
    notebook: str = ""
    values: bytes = b""  # the data of its variables, as `values.load` reads it
    failures: list[Failure] = field(default_factory=list)  # why the result can't be used; empty if it can


@cache
def warm_up() -> InteractiveShell:
    """Return the IPython shell with inline SVG figures, the deck's style and its fonts.

    It is created once, before the fork, and every child process inherits it.
    """
    import matplotlib as mpl
    from IPython.core.interactiveshell import InteractiveShell
    from matplotlib import font_manager
    from matplotlib_inline import backend_inline
    from matplotlib_inline.config import InlineBackend
    from traitlets.config import Config

    class Shell(InteractiveShell):
        def enable_gui(self, gui: Any = None) -> None:
            """Do nothing: figures are inline, so there is no event loop to start."""

        def _showtraceback(self, etype: Any, evalue: Any, stb: Any) -> None:
            """Do nothing: the error is read from the result of the cell."""

    config = Config()
    config.HistoryManager.enabled = False  # no database, and no thread at the fork
    config.InteractiveShell.colors = "nocolor"
    config.InteractiveShell.ast_node_interactivity = "last_expr"
    config.InlineBackend.rc = {}
    config.InlineBackend.figure_formats = {"svg"}
    # Keep the given size of the figure: with "tight", the size of the text would differ between figures.
    no_metadata = {"Date": None, "Creator": None, "Format": None, "Type": None}
    config.InlineBackend.print_figure_kwargs = {"bbox_inches": None, "metadata": no_metadata}
    shell = Shell.instance(config=config)
    InlineBackend.instance(config=config, parent=shell)
    mpl.use("module://matplotlib_inline.backend_inline")
    mpl.interactive(True)
    backend_inline.configure_inline_support(shell, "inline")
    import matplotlib.pyplot as plt

    for path in sorted(Path(os.environ[FONTS]).glob("*.ttf")):
        font_manager.fontManager.addfont(path)
    plt.style.use(os.environ[STYLE])
    # Publish DataFrames as JSON tables too: slides build their tables from these, with full precision.
    import pandas as pd

    pd.set_option("display.html.table_schema", True)
    install_format_warning()
    return shell


def execute(source: str, path: str, home: str, lines: dict[str, int]) -> Execution:
    """Run a snippet from top to bottom; stop at the first cell that fails without declaring it.

    Args:
        source: the notebook of the snippet, without outputs, as JSON text.
        path: the file; its folder becomes the working directory, as when the snippet is run by hand.
        home: the folder of all snippets; the files that the snippet opens in it count as data.
        lines: line number of each cell's marker in the file, by cell name.

    Returns:
        The executed notebook, with the failures.
    """
    shell = warm_up()
    file = Path(path).resolve()
    folder = Path(home).resolve()
    os.chdir(file.parent)
    opened: set[str] = set()
    sys.addaudithook(lambda event, args: _note_data(event, args, folder, opened))
    shell.user_ns["__name__"] = "__main__"

    def evaluate(expression: str) -> object:
        return eval(expression, shell.user_global_ns, shell.user_ns)

    notebook = nbformat.reads(source, as_version=4)
    execution = Execution()
    names: dict[int, str] = {}
    declarations: list[Declaration] = []
    for count, cell in enumerate((cell for cell in notebook.cells if cell.cell_type == "code"), 1):
        name = names[count] = cell.metadata.get("name", "")
        shell.execution_count = cell.execution_count = count
        result, cell.outputs = _run_cell(shell, cell.source, count)
        error = result.error_before_exec or result.error_in_exec
        execution.failures += _unrepeatable(cell.outputs, name, lines.get(name), folder)
        place = _place(error, names) if error is not None else None
        if error is not None:
            cell.outputs.append(_error_output(error, names, lines, file.name))
            if place and place[0] == count:
                cell.metadata["error_line"] = place[1]
        failure = None
        if declared := Declaration.of(cell.metadata):
            declarations.append(declared)
            warned = "".join(o.text for o in cell.outputs if o.get("name") == "stderr")
            failure = check_declaration(name, declared, error, warned, evaluate)
        elif error is not None:
            line = _file_line(place, names, lines) or lines.get(name)
            execution.failures.append(Failure(f'cell "{name}" raises {summary_line(error)}', line))
            break
        elif name == FIXED_CELL:
            failure = check_effect_gone(declarations, evaluate)
        if failure is not None:
            execution.failures.append(Failure(failure.message, lines.get(name), failure.passed))
    notebook.metadata |= {"values": values.plain_values(shell.user_ns), "data": sorted(opened)}
    nbformat.validate(notebook)
    execution.notebook = nbformat.writes(notebook)
    execution.values = values.dump(shell.user_ns)
    return execution


def _note_data(event: str, args: tuple[Any, ...], folder: Path, opened: set[str]) -> None:
    if event != "open" or not isinstance(args[0], str | bytes | os.PathLike):
        return
    path = Path(os.fsdecode(args[0])).resolve()
    # The path may be relative to a folder other than the working directory (as in shutil.rmtree); it is no file then.
    if path.is_relative_to(folder) and path.suffix not in (".py", ".pyc") and path.is_file():
        opened.add(path.relative_to(folder).as_posix())


def _run_cell(shell: InteractiveShell, source: str, count: int) -> tuple[ExecutionResult, list[nbformat.NotebookNode]]:
    """Run a cell; return IPython's result and the notebook outputs: stdout, stderr, then values and figures in order.

    A last value without information is left out: an object whose text is only its address, such as the result of
    ``model.fit``, and, in a cell that draws, a value with text alone, such as the result of ``ax.set_title``.
    """
    from IPython.core.displayhook import CapturingDisplayHook
    from IPython.core.displaypub import CapturingDisplayPublisher

    publisher = CapturingDisplayPublisher()
    shown: list[dict[str, Any]] = publisher.outputs  # a shared list, so that values and figures keep their order
    hook = CapturingDisplayHook(shell, shown)
    last_values: list[int] = []

    def display_value(value: object = None) -> None:
        before = len(shown)
        hook(value)
        last_values.extend(id(item) for item in shown[before:])

    shell.display_pub, shell.display_trap.hook = publisher, display_value
    with contextlib.redirect_stdout(io.StringIO()) as stdout, contextlib.redirect_stderr(io.StringIO()) as stderr:
        result = shell.run_cell(source, store_history=True)
    outputs = []
    for name, stream in (("stdout", stdout), ("stderr", stderr)):
        if text := stream.getvalue():
            outputs.append(v4.new_output("stream", name=name, text=text))
    drawn = any(SVG in item["data"] for item in shown)
    for item in shown:
        if id(item) not in last_values:
            outputs.append(v4.new_output("display_data", data=item["data"]))
        elif not (set(item["data"]) == {TEXT} and (drawn or _BARE.fullmatch(item["data"][TEXT]))):
            outputs.append(v4.new_output("execute_result", data=item["data"], execution_count=count))
    return result, outputs


def _unrepeatable(outputs: list[nbformat.NotebookNode], name: str, line: int | None, folder: Path) -> list[Failure]:
    """Return a failure for each output that would differ on another machine or in another run."""
    found = []
    for output in outputs:
        text = output.get("text", "") or output.get("data", {}).get(TEXT, "")
        if SVG in output.get("data", {}):
            continue  # its text/plain is the repr of the figure, and is never shown
        if match := ADDRESS.search(text):
            message = f'cell "{name}" shows a memory address ({match.group()}), another in each run'
            found.append(Failure(message, line))
        if match := _DURATION.search(text):
            message = f'cell "{name}" shows how long it took ({match.group()}); pass verbose=0'
            found.append(Failure(message, line))
        if str(folder) in text:
            message = f'cell "{name}" shows a path of this machine; print the name of the file only'
            found.append(Failure(message, line))
    return found


def _error_output(
    error: BaseException, names: dict[int, str], lines: dict[str, int], file: str
) -> nbformat.NotebookNode:
    """Return the error as a notebook output: the traceback starts in the snippet and has no details of the machine."""

    def place(filename: str, number: int) -> tuple[str, int] | None:
        found = _CELL_FILE.match(filename)
        line = found and _file_line((int(found.group(1)), number), names, lines)
        return (file, line) if line else None

    head = ["Traceback (most recent call last):", *frames(error, place)]
    text = message_of(error)
    name = type(error).__name__
    return v4.new_output("error", ename=name, evalue=text, traceback=[*head, f"{name}: {text}"])


def _place(error: BaseException, names: dict[int, str]) -> tuple[int, int] | None:
    """Return the execution count of the cell that raised `error`, and the line in it."""
    place = None
    if isinstance(error, SyntaxError) and error.lineno:
        place = (max(names), error.lineno)
    trace = error.__traceback__
    while trace is not None:
        if found := _CELL_FILE.match(trace.tb_frame.f_code.co_filename):
            place = (int(found.group(1)), trace.tb_lineno)
        trace = trace.tb_next
    return place


def _file_line(place: tuple[int, int] | None, names: dict[int, str], lines: dict[str, int]) -> int | None:
    """Convert a line of a cell to a line of the snippet's file; None if the cell is unknown."""
    if place is None or place[0] not in names:
        return None
    start = lines.get(names[place[0]])
    return None if start is None else start + place[1]
