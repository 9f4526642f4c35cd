"""What is sent to every worker of a cluster; pickled by value with `wire`: on a worker the engine is not there."""

from __future__ import annotations

import io
import itertools
import platform
import shutil
import subprocess
import sys
import tempfile
import threading
import zipfile
from concurrent.futures import Future
from importlib import metadata

from distributed import WorkerPlugin

from engine.snippets.cluster.wire import receive, send


class Snippets(WorkerPlugin):
    """Makes a worker fit to run snippets: unpacks what they need, and keeps a process warm that runs them.

    Args:
        bundle: a zip file of all that the host needs.
        digest: of it, so that workers that serve several builds keep them apart.
        modules: what the snippets import.
        timeout: seconds that one snippet may take.
    """

    def __init__(self, bundle: bytes, digest: str, modules: list[str], timeout: float):
        self.name = f"snippets-{digest}"
        self._bundle, self._modules, self._timeout = bundle, modules, timeout

    def setup(self, worker) -> None:
        """Start the host on this worker."""
        self._folder = tempfile.mkdtemp(prefix="deck-", dir=worker.local_directory)
        with zipfile.ZipFile(io.BytesIO(self._bundle)) as bundle:
            bundle.extractall(self._folder)
        command = [sys.executable, "-m", "engine.snippets.cluster.host", str(worker.state.nthreads), str(self._timeout)]
        self._host = subprocess.Popen(
            [*command, *self._modules], cwd=self._folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._lock, self._numbers = threading.Lock(), itertools.count()
        self._waiting: dict[int, Future] = {}
        threading.Thread(target=self._receive, daemon=True).start()

    def teardown(self, worker) -> None:
        """Stop the host: the end of its input ends it."""
        self._host.stdin.close()
        self._host.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def run(self, snippet: bytes) -> bytes:
        """Run a snippet on the host, and return its outcome."""
        future = Future()
        with self._lock:
            number = next(self._numbers)
            self._waiting[number] = future
            send(self._host.stdin, number, snippet)
        return future.result()

    def _receive(self) -> None:
        while message := receive(self._host.stdout):
            number, outcome = message
            self._waiting.pop(number).set_result(outcome)
        for future in self._waiting.values():
            future.set_exception(RuntimeError("the process that runs the snippets on this worker ended by itself"))


def versions(packages: list[str]) -> dict[str, str]:
    """Return the versions, on this worker, of Python and of packages."""
    found = {"Python": platform.python_version()}
    for package in packages:
        try:
            found[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            found[package] = "missing"
    return found
