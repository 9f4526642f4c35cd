"""Send snippets to a Dask cluster, and return their outcomes as if they had run on this machine.

The machines share only the network. The engine, the style, the fonts and the whole folder of snippets with its data are
sent to each worker once; the snippets run beside the worker in a separate process, as on one machine.
"""

import hashlib
import io
import pickle
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from concurrent.futures import CancelledError, Future
from contextlib import ExitStack
from importlib import metadata
from multiprocessing import connection
from typing import Any

import cloudpickle
from distributed import Client, KilledWorker, WorkerPlugin, get_worker

from engine.core.files import source_files, zipped
from engine.core.install import locked_packages
from engine.core.paths import ROOT, Paths
from engine.core.problems import SetupError
from engine.snippets.execute import Execution, Outcome
from engine.snippets.expected import Failure
from engine.snippets.pool import RunContext
from engine.snippets.read import Snippet


class DaskRunner(ExitStack):
    """Runs snippets on the workers of a Dask scheduler. A snippet whose worker is lost runs again on another one.

    Raise `SetupError` when the cluster cannot be reached, or its versions differ from those of the lock file.
    """

    def __init__(self, address: str, paths: Paths, *, timeout: float, modules: Iterable[str]):
        super().__init__()
        self._futures: dict[str, Future[Outcome]] = {}
        cloudpickle.register_pickle_by_value(sys.modules[__name__])
        try:
            self._client = Client(address, timeout=15)
        except (OSError, ValueError) as error:
            reason = str(error).splitlines()[0]
            raise SetupError(f"no Dask scheduler at {address} ({reason}); see --scheduler in the README") from None
        compare_versions(self._client)
        self._plugin = SnippetPlugin(_bundle(paths), sorted(modules), timeout)
        self._client.register_plugin(self._plugin)
        self.callback(self._client.close)
        self.callback(self._client.unregister_worker_plugin, self._plugin.name)

    @property
    def running(self) -> str:
        """The names of the running and the waiting snippets."""
        return ", ".join(name for name, future in self._futures.items() if not future.done())

    def start(self, snippet: Snippet) -> Future[Outcome]:
        """Schedule a snippet."""

        def run_there(pickled: bytes, plugin: str) -> bytes:  # nested, so that Dask sends it by value
            return get_worker().plugins[plugin].run(pickled)

        def finish(done: Any) -> None:
            try:
                future.set_result(pickle.loads(done.result()))
            except (KilledWorker, RuntimeError) as error:
                lost = "every worker that ran it was lost; out of memory?"
                told = Failure(lost if isinstance(error, KilledWorker) else str(error))
                future.set_result((Execution(failures=[told]), 0.0))
            except CancelledError:
                message = "the Dask scheduler went away; nothing is lost, run the same command again"
                future.set_exception(SetupError(message))
            except BaseException as error:
                future.set_exception(error)

        future = self._futures[snippet.name] = Future()
        # Not pure: Dask must not return a result of another build, because the store caches results.
        words = (run_there, pickle.dumps(snippet), self._plugin.name)
        self._client.submit(*words, pure=False, priority=-len(self._futures)).add_done_callback(finish)
        return future


def compare_versions(client: Client) -> None:
    """Raise `SetupError` if a worker has other versions: these change results, and are part of the key of a result."""
    if not client.scheduler_info(n_workers=-1)["workers"]:
        raise SetupError("the Dask scheduler has no worker; start one, see --scheduler in the README")
    packages = sorted(locked_packages())
    here = versions(packages)
    for address, there in client.run(versions, packages).items():
        differing = [f"{name} {there[name]} instead of {here[name]}" for name in here if there[name] != here[name]]
        if differing:
            remedy = "start it in the environment of this project"
            raise SetupError(f"the worker {address} has {', '.join(differing[:3])}; {remedy}")


def versions(packages: list[str]) -> dict[str, str]:
    """Return the versions of Python and of packages on this machine."""
    found = {re.sub(r"[-_.]+", "-", each.name).lower(): each.version for each in metadata.distributions()}
    return {"Python": platform.python_version(), **{name: found.get(name, "missing") for name in packages}}


def _bundle(paths: Paths) -> bytes:
    files = {"figures.mplstyle": paths.style}
    files |= {f"fonts/{path.name}": path for path in RunContext.of(paths).fonts.glob("*.ttf")}
    files |= {path.relative_to(ROOT).as_posix(): path for path in (ROOT / "engine").rglob("*.py")}
    files |= {path.relative_to(paths.root).as_posix(): path for path in source_files(paths.snippets)}
    return zipped({name: path.read_bytes() for name, path in files.items()})


class SnippetPlugin(WorkerPlugin):
    """Prepares a worker: unpacks the files that snippets need, and keeps a warm process (`host`) that runs them.

    It is pickled by value, with what it uses of this module, because a worker does not have the engine.
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
        self._host = subprocess.Popen(
            [sys.executable, *words], cwd=self._folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )
        self._address = self._host.stdout.readline().strip()  # type: ignore[union-attr]

    def teardown(self, worker: Any) -> None:
        """Stop the host by closing its standard input."""
        self._host.communicate()
        shutil.rmtree(self._folder, ignore_errors=True)

    def run(self, snippet: bytes) -> bytes:
        """Run a snippet on the host, and return its pickled outcome."""
        try:
            with connection.Client(self._address) as host:
                host.send_bytes(snippet)  # a pickle, like what it answers
                return host.recv_bytes()
        except (OSError, EOFError):
            raise RuntimeError("the process that runs the snippets on this worker ended by itself") from None
