"""Run snippets on the cores of this machine, each in a kernel of its own.

Kernels are forked from one parent that has imported what the snippets import, so that TensorFlow is imported once and
every snippet starts clean. Where fork is not safe (macOS, Windows) each kernel imports for itself.
"""

import asyncio
import contextlib
import multiprocessing
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import cache
from multiprocessing import forkserver
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self
from unittest.mock import patch

from jupyter_client.manager import AsyncKernelManager

from engine.core.files import temporary_folder
from engine.core.fonts import truetype_fonts
from engine.core.paths import CACHE, ROOT, Paths
from engine.core.processes import kill_tree
from engine.snippets.execute import SETTINGS, Execution, Outcome, execute
from engine.snippets.expected import Failure
from engine.snippets.read import Snippet

# How kernels are started: by fork only where that is safe.
START_METHOD = "forkserver" if sys.platform == "linux" else "spawn"
_MAX_SOCKET_PATH = 90  # of its folder; longer ones have no socket, but ports
_READY_SECONDS = 120  # of a kernel that imports for itself, on a slow machine
# What a process needs of the machine.
_KEPT = {"HOME", "LD_LIBRARY_PATH", "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "PATH", "SYSTEMROOT", "TEMP", "TMP",
    "TMPDIR"}  # fmt: skip


@dataclass(frozen=True)
class RunContext:
    """What every run of a snippet shares."""

    style: Path  # matplotlib style of the figures
    fonts: Path  # folder of the TrueType fonts
    cache: Path  # a folder for what packages keep between runs

    @classmethod
    def of(cls, paths: Paths) -> Self:
        """Return what the runs of a deck's snippets share on this machine."""
        return cls(paths.style, truetype_fonts(), CACHE)

    @property
    def environ(self) -> dict[str, str]:
        """The environment of a kernel: nothing of the user's that could change a result."""
        return {
            **{name: value for name, value in os.environ.items() if name in _KEPT},
            **SETTINGS,
            "IPYTHONDIR": str(self.cache / "ipython"),
            "KERAS_HOME": str(self.cache / "keras"),
            "MPLBACKEND": "module://matplotlib_inline.backend_inline",
            "MPLCONFIGDIR": str(self.cache / "matplotlib"),
            "PYTHONPATH": str(ROOT),
            "PYTHONSAFEPATH": "1",  # the current folder of the caller is no place to import from
            "DECK_STYLE": str(self.style),
            "DECK_FONTS": str(self.fonts),
        }


class PoolRunner:
    """Runs snippets here, in kernels whose parent imports the modules; `ahead` readies some for snippets to come."""

    def __init__(self, context: RunContext, *, jobs: int, timeout: float, modules: Iterable[str], ahead: bool = False):
        self._timeout, self._jobs, self._ahead = timeout, jobs, ahead
        self._given = self._taken = 0  # how many snippets came, and how many of them had their turn
        parent = {"DECK_MODULES": " ".join(sorted(modules)), "DECK_LOG": str(context.cache / "parent.log")}
        self._environ = context.environ | parent
        self._context: Any = multiprocessing.get_context(START_METHOD)
        self._context.set_forkserver_preload(["engine.snippets.preload"])
        _start_parent(self._environ)
        self._active: set[str] = set()
        self._loop = asyncio.new_event_loop()
        self._slots = asyncio.Semaphore(jobs)
        # A daemon: a build may be interrupted before it enters this context, when nothing runs yet.
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._spare: list[asyncio.Task[Kernel]] = []

    @property
    def running(self) -> str:
        """The names of the snippets that run at this moment."""
        return ", ".join(sorted(self._active))

    def __enter__(self) -> Self:
        process = self._context.Process(target=int)  # that ends when the parent has imported what it must
        with contextlib.suppress(EOFError, OSError):  # it was killed: each snippet tells it
            process.start()
            process.join()
        return self

    def start(self, snippet: Snippet) -> Future[Outcome]:
        """Let a snippet run when its turn comes."""
        self._given += 1
        return asyncio.run_coroutine_threadsafe(self._run(snippet), self._loop)

    async def _run(self, snippet: Snippet) -> Outcome:
        async with self._slots:
            self._taken += 1
            try:
                kernel = await self._kernel()
            except (EOFError, OSError, RuntimeError):
                message = "no kernel starts: was their parent killed, by a snippet or for want of memory? build again"
                return Execution(failures=[Failure(message)]), 0.0
            self._active.add(snippet.name)
            start, process = time.perf_counter(), kernel.process
            running = asyncio.create_task(execute(snippet, kernel, kernel.channels, kernel.folder))
            ended = asyncio.create_task(asyncio.to_thread(process.join))
            try:
                await asyncio.wait({running, ended}, timeout=self._timeout, return_when=asyncio.FIRST_COMPLETED)
                seconds, error = time.perf_counter() - start, running.exception() if running.done() else None
                if running.done() and not error:
                    return running.result(), seconds
                remedy = "make it shorter, or pass --timeout SECONDS"
                message = f"did not end within {self._timeout:g} s and was killed; {remedy}"
                if (code := process.exitcode) is not None:
                    message = f"its process was killed or ended itself (exit code {code}); out of memory, or os._exit?"
                elif error:
                    reason = f"{type(error).__name__}: {error}".splitlines()[0]
                    message = f"its result can't be kept ({reason}); show something else"
                return Execution(failures=[Failure(message)]), seconds
            finally:
                self._active.discard(snippet.name)
                running.cancel()
                await asyncio.to_thread(kernel.end)
                await asyncio.gather(running, ended, return_exceptions=True)

    async def _kernel(self, again: bool = True) -> "Kernel":
        """Return a kernel that is ready, and start the next ones meanwhile, and their parent if it was killed."""
        while len(self._spare) <= (self._jobs if self._ahead else min(self._jobs, self._given - self._taken)):
            self._spare.append(asyncio.create_task(Kernel.start(self._context, self._environ)))
        try:
            kernel = await self._spare.pop(0)
            if kernel.process.is_alive():
                return kernel
            kernel.end()  # it was killed while it waited
        except (EOFError, OSError, RuntimeError):
            if not again:
                raise
        await self._drop_spares()
        _start_parent(self._environ)
        return await self._kernel(again=False)

    def stop(self, *_: object) -> None:
        """Kill what runs, and let nothing more begin."""
        if self._thread.is_alive():
            asyncio.run_coroutine_threadsafe(self._shut_down(), self._loop).result()
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
            self._loop.close()

    async def _shut_down(self) -> None:
        others = asyncio.all_tasks() - {asyncio.current_task(), *self._spare}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await self._drop_spares()

    async def _drop_spares(self) -> None:
        """Kill the kernels that wait."""
        spare, self._spare = self._spare, []
        for task in spare:
            task.cancel()  # one that starts yet kills its kernel
            with contextlib.suppress(Exception, asyncio.CancelledError):
                (await task).end()

    __exit__ = stop


class Kernel(AsyncKernelManager):
    """A kernel in a process of its own, asked by its `channels`; to Jupyter it is the manager of the kernel too."""

    def __init__(self, context: Any):
        self._temporary = temporary_folder("kernel")
        self.folder = Path(self._temporary.name).resolve()
        super().__init__(connection_file=str(self.folder / "kernel.json"))
        # Sockets rather than ports: another process may take a free port first.
        if os.name == "posix" and len(str(self.folder)) < _MAX_SOCKET_PATH:
            self.transport, self.ip = "ipc", str(self.folder / "k")
        self.write_connection_file()
        self.process: Any = context.Process(target=_serve, args=(self.connection_file,))
        self.channels = self.client()

    async def _async_is_alive(self) -> bool:
        return self.process.is_alive()

    @classmethod
    async def start(cls, context: Any, environ: dict[str, str]) -> Self:
        """Start a kernel, and return it when it answers."""
        kernel = cls(context)
        forked = START_METHOD == "forkserver"  # from the parent of the kernels, which has the environment
        try:
            with contextlib.nullcontext() if forked else patch.dict(os.environ, environ, clear=True):
                kernel.process.start()
            kernel.channels.start_channels(stdin=False)  # nobody is asked
            for _ in range(_READY_SECONDS):  # for its welcome: from then on, nothing that it tells is lost
                if kernel.process.is_alive() and await kernel.channels.iopub_channel.socket.poll(1000):
                    return kernel
            raise RuntimeError("it does not answer")
        except BaseException:  # cancelled, too
            kernel.end()
            raise

    def end(self) -> None:
        """Kill it, with all that its snippet started, and remove its folder."""
        if self.process.pid:  # it was started
            kill_tree(self.process.pid)
            self.process.join()
        self.channels.stop_channels()
        self._temporary.cleanup()


def _serve(connection: str) -> None:
    """Serve a kernel, in its own process: the build need not import what kernels do."""
    from engine.snippets.kernel import main

    main(connection)


def _start_parent(environ: dict[str, str]) -> None:
    """Start the parent of the kernels, if fork is safe."""
    if START_METHOD == "forkserver":
        _own_temporary_folder()
        with patch.dict(os.environ, environ, clear=True):
            forkserver.ensure_running()


@cache
def _own_temporary_folder() -> TemporaryDirectory[str]:
    """Let `multiprocessing` keep its sockets in a folder that the next build removes if this process is killed."""
    long = len(tempfile.gettempdir()) > 55  # the path of a socket has 107 bytes at most
    folder = temporary_folder("sockets", Path("/tmp") if long else None)
    multiprocessing.current_process()._config["tempdir"] = folder.name  # type: ignore[attr-defined]
    return folder
