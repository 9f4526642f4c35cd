"""Code that is sent to every worker of a cluster, pickled by value, because a worker does not have the engine."""

from __future__ import annotations

import hashlib
import io
import pickle
import platform
import shutil
import subprocess
import sys
import tempfile
import threading
import zipfile
from concurrent.futures import Future
from contextlib import suppress
from importlib import metadata
from typing import Any

from distributed import WorkerPlugin

_ENDED = "the process that runs the snippets on this worker ended by itself"


class Snippets(WorkerPlugin):
    """Prepares a worker for snippets: unpacks the files that they need, and keeps a warm process that runs them.

    Args:
        bundle: a zip archive of all files that the host needs.
        modules: the modules that the snippets import.
        timeout: seconds that one snippet may take.
    """

    def __init__(self, bundle: bytes, modules: list[str], timeout: float):
        self.name = f"snippets-{hashlib.sha256(bundle).hexdigest()[:16]}"  # a worker may serve several builds
        self._bundle, self._modules, self._timeout = bundle, modules, timeout

    def setup(self, worker: Any) -> None:
        """Start the host on this worker."""
        self._folder = tempfile.mkdtemp(prefix="deck-", dir=worker.local_directory)
        with zipfile.ZipFile(io.BytesIO(self._bundle)) as bundle:
            bundle.extractall(self._folder)
        words = ["-m", "engine.snippets.cluster.host", str(worker.state.nthreads), str(self._timeout), *self._modules]
        self._host: Any = subprocess.Popen(
            [sys.executable, *words], cwd=self._folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._lock = threading.Lock()
        self._waiting: dict[str, Future[bytes]] = {}
        threading.Thread(target=self._receive, daemon=True).start()

    def teardown(self, worker: Any) -> None:
        """Stop the host by closing its standard input."""
        self._host.stdin.close()
        self._host.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def run(self, name: str, snippet: bytes) -> bytes:
        """Run a snippet on the host, and return its pickled outcome."""
        with self._lock:
            future = self._waiting[name] = Future()
            try:
                self._host.stdin.write(snippet)  # a pickle marks its own end
                self._host.stdin.flush()
            except OSError:
                raise RuntimeError(_ENDED) from None
        return future.result()

    def _receive(self) -> None:
        with suppress(EOFError):
            while True:
                name, outcome = pickle.load(self._host.stdout)
                self._waiting.pop(name).set_result(outcome)
        with self._lock:
            for future in self._waiting.values():
                future.set_exception(RuntimeError(_ENDED))


def versions(packages: list[str]) -> dict[str, str]:
    """Return the versions of Python and of packages on this machine."""
    found = {"Python": platform.python_version(), **dict.fromkeys(packages, "missing")}
    for package in packages:
        with suppress(metadata.PackageNotFoundError):
            found[package] = metadata.version(package)
    return found
