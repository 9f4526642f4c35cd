"""Run snippets, each in a kernel, and return what they showed as executed notebooks.

Nothing of the machine goes into a result: no time, no path, no address.
"""

import copy
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, as_completed
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeAlias

import nbformat
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

from engine.core.problems import Problem
from engine.snippets.expected import FIXED_CELL, Declaration, Failure, check_declaration, check_effects_gone
from engine.snippets.outputs import normalized, unfit
from engine.snippets.read import Snippet

# The request that asks a kernel for what is no output, and its reply.
REQUEST, REPLY = "deck_request", "deck_reply"
# Data files up to this size in bytes are copied for a run: what Python does not do itself can change a linked one.
_COPIED = 20_000_000
# What must be in the environment before the first import of NumPy and TensorFlow, so that a result depends neither on
# the number of cores nor on the user's settings. oneDNN picks its kernels by the type of CPU: off.
SETTINGS = {
    "CUDA_VISIBLE_DEVICES": "-1", "KERAS_BACKEND": "tensorflow", "LC_ALL": "C.UTF-8", "MKL_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "0",
    "TF_CPP_MIN_LOG_LEVEL": "3", "TF_ENABLE_ONEDNN_OPTS": "0", "TF_NUM_INTEROP_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1", "TZ": "UTC",
}  # fmt: skip


@dataclass
class Execution:
    """What came of running a snippet; picklable."""

    # the executed notebook as JSON text; ``metadata.values`` has its plain values by name, ``metadata.types`` the
    # types of all others, ``metadata.data`` the files of the folder of all snippets that it opened, relative to it
    notebook: str = ""
    values: bytes = b""  # what its names hold, as `values.load` reads it
    failures: list[Failure] = field(default_factory=list)  # why the result can't be used; empty when it can

    def problems(self, snippet: Snippet) -> list[Problem]:
        """Return the failures as problems of the snippet that was run."""
        return [snippet.problem(failure.message, failure.line) for failure in self.failures]

    def told(self, snippet: Snippet, seconds: float) -> str:
        """Return a line about the run of a snippet for the terminal."""
        return f"{'FAILED' if self.failures else 'ran'} {snippet.name} ({seconds:.1f} s)"


Outcome: TypeAlias = tuple[Execution, float]  # of a run, with its seconds


class Runner(Protocol):
    """Runs snippets, each in its own process, while its context is open; an error inside it kills the running ones."""

    @property
    def running(self) -> str:
        """The names of the running snippets, and of the waiting ones where these can't be told apart."""

    def start(self, snippet: Snippet) -> Future[Outcome]:
        """Run a snippet when its turn comes; to cancel the future kills it."""


def outcomes(runner: Runner, snippets: Iterable[Snippet]) -> Iterator[tuple[Snippet, Execution, float]]:
    """Run snippets, begun in this order, and yield each as soon as it ends, with what came of it, and its seconds."""
    futures = {runner.start(snippet): snippet for snippet in snippets}
    for future in as_completed(futures):
        yield (futures[future], *future.result())


async def execute(snippet: Snippet, manager: AsyncKernelManager, channels: Any, folder: Path) -> Execution:
    """Run a snippet from top to bottom, and stop at the first cell that fails without having declared it.

    The kernel has not run anything, the folder is empty; the snippet works in ``run`` below it.
    """
    notebook = copy.deepcopy(snippet.notebook)
    client = NotebookClient(notebook, km=manager, timeout=None, allow_errors=True, record_timing=False)
    client.kc = channels
    codes = [(index, cell) for index, cell in enumerate(notebook.cells) if cell.cell_type == "code"]
    execution, effects = Execution(), list[str]()
    (folder / "run" / snippet.path.parent.relative_to(snippet.folder)).mkdir(parents=True)
    files = [path.relative_to(snippet.folder).as_posix() for path in snippet.data_files]
    for name in files:
        path, target = snippet.folder / name, folder / "run" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copyfile if path.stat().st_size <= _COPIED else os.symlink)(path, target)
    before = _modified(snippet.data_files)
    file = snippet.path.relative_to(snippet.folder).with_suffix("").as_posix()
    await ask(channels, "begin", file, str(snippet.folder), str(folder / "run"), files, snippet.text)
    for count, (index, cell) in enumerate(codes, 1):
        name = cell.metadata["name"]
        line = known.line if (known := snippet.cells.get(name)) else 1
        source, cell.source = cell.source, "\n" * line + cell.source
        await client.async_execute_cell(cell, index)
        cell.source, cell.outputs, cell.execution_count = source, normalized(cell.outputs), count
        error = next((output for output in cell.outputs if output.output_type == "error"), None)
        calls = "\n".join(error.traceback[:-1]) if error else ""
        where = int(([line, *re.findall(rf'^  File "{re.escape(snippet.path.name)}", line (\d+)', calls, re.M)])[-1])
        if where > line:  # else it arose in a function of an earlier cell
            cell.metadata["error_line"] = where - line
        declared, failure = Declaration.of(cell.metadata), None
        if declared:
            effects += filter(None, [declared.effect])
            effect = await ask(channels, "evaluate", declared.effect) if declared.effect and not error else {}
            failure = check_declaration(name, declared, cell.outputs, effect)
        elif error:
            text = f"{error.ename}: {error.evalue.lstrip()}".splitlines()[0].removesuffix(": ")[:300]
            if error.ename == "FileNotFoundError":
                text += "; a snippet finds what is in snippets/ only: put the file there, and name it from there"
            execution.failures.append(Failure(f'cell "{name}" raises {text}', where))
            break
        elif name == FIXED_CELL:
            failure = check_effects_gone({effect: await ask(channels, "evaluate", effect) for effect in effects})
        if failure is not None:
            execution.failures.append(Failure(failure.message, line, failure.passed))
        execution.failures += [Failure(f'cell "{name}" {told}', line) for told in unfit(cell.outputs, snippet.folder)]
    finished = await ask(channels, "finish", str(folder / "values"))
    if "error" in finished:
        execution.failures.append(Failure(f"what its names hold can't be kept: {finished['error']}"))
        return execution
    execution.values = (folder / "values").read_bytes()
    finished["answer"]["data"] = sorted({*finished["answer"]["data"], *snippet.mentioned_data})
    notebook.metadata |= finished["answer"]
    now = _modified([snippet.folder / name for name in finished["answer"]["data"]])
    if changed := [path.name for path, time in now.items() if before.get(path) != time]:
        execution.failures.append(Failure(f"{changed[0]} changed while the snippet ran; build again"))
    nbformat.validate(notebook)
    execution.notebook = nbformat.writes(notebook)
    execution.notebook.encode()  # raises for what is not Unicode text
    return execution


def _modified(paths: Iterable[Path]) -> dict[Path, int]:
    """Return when each data file was modified, in nanoseconds; of a missing one, and of a folder, nothing."""
    return {path: path.stat().st_mtime_ns for path in paths if path.is_file()}


async def ask(channels: Any, call: str, *arguments: object) -> dict[str, Any]:
    """Ask the kernel what is no output: see `engine.snippets.kernel.Shell`; return its ``answer`` or ``error``."""
    message = channels.session.msg(REQUEST, {"call": call, "arguments": arguments})
    channels.shell_channel.send(message)
    reply = await channels._async_recv_reply(message["header"]["msg_id"])
    return reply["content"]
