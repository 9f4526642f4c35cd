"""The kernel that runs a snippet: ipykernel, in a process forked from the warm parent.

A cell shows what it shows in Jupyter, since Jupyter's kernel runs it. What differs makes two runs give the same bytes:
all writers to a stream share one pipe, so their order is kept; no line is a magic command; the traceback of an error
begins in the snippet and names no folder of this machine.
"""

import codecs
import json
import linecache
import multiprocessing
import os
import sys
import tempfile
import threading
import traceback
import warnings
from functools import partial
from pathlib import Path
from typing import Any

from ipykernel.iostream import OutStream
from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp
from ipykernel.zmqshell import ZMQInteractiveShell
from traitlets.config import Config

from engine.core.paths import CACHE, ROOT
from engine.core.processes import adopt_orphans, end_with_parent
from engine.snippets import values
from engine.snippets.execute import REPLY, REQUEST
from engine.snippets.outputs import TABLE, TEXT, format_warning, message_of, strip_machine_details

# Audit events of what reads a file or a folder, and of what changes one in another way than by writing to it.
_READS = ("open", "os.listdir", "os.scandir", "sqlite3.connect")
_CHANGES = ("os.remove", "os.rename", "os.rmdir", "os.truncate")
_SYNC = b"\x00\x1bsync\x00"


class PipeStream(OutStream):
    """A standard stream that writes to its file descriptor, so that child processes and C code keep their place."""

    def __init__(self, *words: Any, **options: Any):
        self._synced, self._sync_lock = threading.Event(), threading.Lock()
        super().__init__(*words, **options | {"watchfd": "force"})  # below pytest too

    def _watch_pipe_fd(self) -> None:
        decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        # A mark is written at once, and a chunk is all that the pipe holds, 64 kB at most: it ends within no mark.
        while chunk := os.read(int(self._fid or 0), 2**20):
            *before, rest = chunk.split(_SYNC)
            for data in before:
                super().write(decoder.decode(data))
                self._synced.set()
            super().write(decoder.decode(rest))

    def fileno(self) -> int:
        """Return the descriptor: what a child process inherits."""
        return self._original_stdstream_fd

    def write(self, text: str) -> int:
        """Write to the descriptor."""
        data = str.encode(text, "utf-8", "surrogatepass")  # a TypeError if it is something else
        while data:
            data = data[os.write(self.fileno(), data) :]
        return len(text)

    def flush(self) -> None:
        """Wait until all that was written has been read from the pipe, then send it."""
        if self._is_master_process() and threading.current_thread() is not self.watch_fd_thread:
            with self._sync_lock:
                self._synced.clear()
                os.write(self.fileno(), _SYNC)
                self._synced.wait(self.flush_timeout)
        super().flush()


class Shell(ZMQInteractiveShell):
    """The shell of the kernel: it reports errors as a result keeps them, and answers what a build asks beside outputs.

    What a request calls takes and returns JSON.
    """

    def init_environment(self) -> None:
        """Leave the environment as it is: Jupyter asks child processes for colours."""

    def showtraceback(self, *_words: Any, **_options: Any) -> None:
        """Report every error alike: IPython prints that of a group, as if it were no error."""
        etype, value, _ = self._get_exc_info()
        text = message_of(value, self._folder)
        lines = ["Traceback (most recent call last):", *self._calls(value)]
        # The shell asks an exception for its text only.
        self._showtraceback(etype, text, [*lines, f"{etype.__name__}: {text}"])

    showsyntaxerror = showtraceback

    def begin(self, name: str, folder: str, run_folder: str, files: list[str], text: str) -> None:
        """Prepare the run of a snippet: in `run_folder`, a copy of `folder`, whose files are `files` and count as data.

        Each cell comes at its lines of the text, below blank ones, so that tracebacks are those of the file.
        """
        self._file, self._text = f"{name.rpartition('/')[2]}.py", text
        linecache.cache[self._file] = (len(text), None, [f"{line}\n" for line in text.split("\n")], self._file)
        self.compile.cache = lambda *_words, **_options: self._file  # type: ignore[method-assign] # for what is compiled
        self._folder, self._run_folder, self._files, self._data = Path(folder), Path(run_folder), files, set[str]()
        os.chdir(self._run_folder / Path(name).parent)
        sys.argv = [self._file]
        if sys.platform == "linux":  # elsewhere the path of a socket in it would be too long
            os.environ["TMPDIR"] = tempfile.tempdir = str(self._run_folder.parent)
        warnings.formatwarning = partial(format_warning, folder)
        sys.addaudithook(self._note_data)

    def evaluate(self, expression: str) -> bool:
        """Return whether an expression is true in the namespace of the snippet."""
        return bool(eval(expression, self.user_global_ns, self.user_ns))

    def finish(self, path: str) -> dict[str, Any]:
        """Write the data that the names of the snippet hold to a file; return the metadata of its result.

        See `engine.snippets.execute.Execution`; a folder that it read ends in a slash.
        """
        names = values.own_names(self.user_ns, self._folder)
        Path(path).write_bytes(values.dump(names))
        plain = values.plain_values(names)
        types = {name: type(value).__name__ for name, value in sorted(names.items()) if name not in plain}
        return {"values": plain, "types": types, "data": sorted(self._data)}

    def _calls(self, error: BaseException) -> list[str]:
        """Return the frames of an error as Python prints them, from the first in the snippet on."""
        lines: list[str] = []
        if isinstance(error, SyntaxError) and error.filename == self._file:
            code = linecache.getline(self._file, error.lineno or 1).strip()
            return [f'  File "{self._file}", line {error.lineno}\n    {code}']
        for frame in traceback.extract_tb(error.__traceback__):
            file = strip_machine_details(frame.filename)
            if (file == self._file or lines) and frame.name != "_modified_open":  # of IPython, around open()
                name = "<module>" if frame.name.startswith("<cell line") else frame.name
                lines.append(f'  File "{file}", line {frame.lineno}, in {name}\n    {frame.line}')
        return lines

    def _note_data(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event not in (*_READS, *_CHANGES):
            return
        target = arguments[0] if arguments[0] is not None else "."
        if not isinstance(target, str | bytes | os.PathLike):
            return
        path = Path(os.path.abspath(os.fsdecode(target)))  # noqa: PTH100 -- links are not to be followed
        base = next((base for base in (self._run_folder, self._folder) if path.is_relative_to(base)), None)
        named = path.suffix and path.name in self._text  # by the snippet, not by a library
        if base is None and named and path.is_file() and not self._is_ours(path):
            raise PermissionError(f"{path.name} is outside of snippets/; put it there, and name it from there")
        if base is None or path.suffix in (".py", ".pyc"):
            return
        name = path.relative_to(base).as_posix()
        source, writes = self._folder / name, event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if (writes and source.is_file()) or (event in _CHANGES and base == self._folder):
            raise PermissionError(f"{name} is data of the deck; write to another file")
        if event.startswith("os.") and source.is_dir():
            self._data |= {f"{name}/", *(file for file in self._files if Path(file).parent == Path(name))}
        elif source.is_file() or (event == "open" and not writes and not path.exists()):  # a missing file counts, too
            self._data.add(name)

    def _is_ours(self, path: Path) -> bool:
        """Return whether a file belongs to Python, to this project or to the run: anything but data of the author."""
        packages = (folder for folder in sys.path if folder and Path(folder) != ROOT)
        ours = [*packages, sys.prefix, sys.base_prefix, str(CACHE), str(self._run_folder.parent)]
        return any(path.is_relative_to(folder) for folder in ours)


class Kernel(IPythonKernel):
    """The kernel, which answers the build too: Jupyter's own way, user expressions, fails without ``sys.stdout``."""

    shell_class = Shell
    session: Any
    msg_types = [*IPythonKernel.msg_types, REQUEST]  # noqa: RUF012

    async def deck_request(self, socket: Any, ident: Any, parent: dict[str, Any]) -> None:
        """Answer a request: call a method of the shell."""
        try:
            reply = {"answer": getattr(self.shell, parent["content"]["call"])(*parent["content"]["arguments"])}
            json.dumps(reply)
        except Exception as error:
            reply = {"error": f"{type(error).__name__}: {message_of(error)}"}
        self.session.send(socket, REPLY, reply, parent, ident=ident)


def warm_up() -> None:
    """Do before the fork what each kernel would do after it: load what it imports, the style and the fonts."""
    import matplotlib as mpl
    import pandas  # noqa: F401 -- every kernel shows DataFrames
    from matplotlib import font_manager, pyplot
    from matplotlib.backends.backend_svg import RendererSVG

    draw_text = RendererSVG.draw_text

    def draw(*words: Any, **options: Any) -> None:
        # The browser that draws the slides has no font for formulas: they are drawn as paths.
        with mpl.rc_context({"svg.fonttype": "path"} if options.get("ismath") else {}):
            draw_text(*words, **options)

    RendererSVG.draw_text = draw  # type: ignore[method-assign]
    mpl.interactive(True)
    for path in sorted(Path(os.environ["DECK_FONTS"]).glob("*.ttf")):
        font_manager.fontManager.addfont(path)
    pyplot.style.use(os.environ["DECK_STYLE"])
    if "tensorflow" in sys.modules:  # as the first cell of a notebook does
        sys.modules["tensorflow"].get_logger().setLevel("ERROR")


def main(connection: str) -> None:
    """Serve a kernel until it is killed."""
    threading.Thread(target=end_with_parent, daemon=True).start()  # a build may be killed
    adopt_orphans()
    if os.name == "posix":
        os.setpgrp()  # a snippet may kill its group, which is not to be that of the build
    multiprocessing.set_start_method(None, force=True)  # as in a process that was started in the ordinary way
    # The figure keeps the size it was given: "tight" would make the letters of each figure another size.
    no_metadata = {"Date": None, "Creator": None, "Format": None, "Type": None}
    drawn = {"bbox_inches": None, "metadata": no_metadata}
    config = Config({
        "HistoryManager": {"enabled": False},
        "InlineBackend": {"rc": {}, "figure_formats": {"svg"}, "print_figure_kwargs": drawn},
        "InteractiveShell": {"colors": "nocolor"},
        "IPKernelApp": {"outstream_class": f"{__name__}.PipeStream", "log_level": 50, "matplotlib": "inline"},
    })  # fmt: skip
    app = IPKernelApp.instance(config=config, connection_file=connection, kernel_class=Kernel)
    app.initialize([])
    shell: Any = app.shell
    transformers = shell.input_transformer_manager
    transformers.cleanup_transforms = transformers.line_transforms = transformers.token_transformers = []
    warm_up()
    mimebundle = shell.display_formatter.mimebundle_formatter
    mimebundle.for_type_by_name("pandas", "DataFrame", _frame_mimebundle)
    app.start()


# Below a frame as large as this there is room for all calls: else Python takes memory of the system, and returns it, at
# each call across a border of its stack, a tenth of the time (https://github.com/python/cpython/issues/142183).
main.__code__ = main.__code__.replace(co_stacksize=2**16)


def _frame_mimebundle(frame: Any, include: Any = None, exclude: Any = None) -> dict[str, Any]:
    """Return what Jupyter shows of a DataFrame, and the table that slides are made from."""
    return {TEXT: repr(frame), "text/html": frame._repr_html_(), TABLE: values.table_data(frame)}
