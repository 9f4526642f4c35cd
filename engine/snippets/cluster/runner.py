"""Send snippets to a Dask cluster, and return their outcomes as if they had run on this machine."""

from __future__ import annotations

import io
import itertools
import pickle
import zipfile
from collections.abc import Iterable
from concurrent.futures import CancelledError
from typing import Any

import cloudpickle
from distributed import Client, KilledWorker, get_worker

from engine.core.files import ZIP_EPOCH, is_of_tool
from engine.core.install import locked_packages
from engine.core.paths import ROOT, Paths
from engine.core.problems import SetupError
from engine.snippets.cluster import worker
from engine.snippets.execute import Execution
from engine.snippets.expected import Failure
from engine.snippets.pool import RunContext
from engine.snippets.read import Snippet
from engine.snippets.runner import Runner


class DaskRunner(Runner):
    """Runs snippets on the workers of a Dask scheduler. A snippet whose worker is lost runs again on another one.

    Raises:
        SetupError: when the cluster cannot be reached, or its versions differ from those of the lock file.
    """

    def __init__(self, address: str, paths: Paths, *, timeout: float, modules: Iterable[str]):
        super().__init__()
        self._order = itertools.count()
        cloudpickle.register_pickle_by_value(worker)
        try:
            self._client = Client(address, timeout=15)
        except (OSError, ValueError) as error:
            reason = str(error).splitlines()[0]
            raise SetupError(f"no Dask scheduler at {address} ({reason}); see --scheduler in the README") from None
        compare_versions(self._client)
        self._plugin = _plugin(paths, timeout, sorted(modules))
        self._client.register_plugin(self._plugin)

    def start(self, snippet: Snippet) -> Any:
        """Schedule a snippet."""

        def run_there(name: str, pickled: bytes, plugin: str) -> bytes:  # nested, so that Dask sends it by value
            return get_worker().plugins[plugin].run(name, pickled)

        # Not pure: Dask must not return a result of another build, because the store caches results.
        words = (snippet.name, pickle.dumps(snippet), self._plugin.name)
        return self._client.submit(run_there, *words, pure=False, priority=-next(self._order))

    def outcome(self, future: Any) -> tuple[Execution, float]:
        """Return the outcome of a finished snippet, and the seconds that it took."""
        try:
            return pickle.loads(future.result())
        except KilledWorker:
            message = "every worker that ran it was lost; out of memory?"
        except RuntimeError as error:
            message = str(error)
        except CancelledError:
            raise SetupError("the Dask scheduler went away; nothing is lost, run the same command again") from None
        return Execution(failures=[Failure(message)]), 0.0

    def __exit__(self, *exception: object) -> None:
        self._client.unregister_worker_plugin(self._plugin.name)
        self._client.close()


def compare_versions(client: Client) -> None:
    """Raise `SetupError` if a worker has other versions: these change results, and are part of the key of a result."""
    if not client.scheduler_info(n_workers=-1)["workers"]:
        raise SetupError("the Dask scheduler has no worker; start one, see --scheduler in the README")
    packages = sorted(locked_packages())
    here = worker.versions(packages)
    for address, there in client.run(worker.versions, packages).items():
        differing = [f"{name} {there[name]} instead of {here[name]}" for name in here if there[name] != here[name]]
        if differing:
            raise SetupError(
                f"the worker {address} has {', '.join(differing[:3])}; start it in the environment of this project"
            )


def _plugin(paths: Paths, timeout: float, modules: list[str]) -> worker.Snippets:
    files = {"figures.mplstyle": paths.style}
    files |= {f"fonts/{path.name}": path for path in RunContext.of(paths).fonts.glob("*.ttf")}
    for root, found in ((ROOT, (ROOT / "engine").rglob("*.py")), (paths.root, paths.snippets.rglob("*"))):
        kept = [path for path in found if path.is_file() and not is_of_tool(path.relative_to(root))]
        files |= {path.relative_to(root).as_posix(): path for path in kept}
    bundle = io.BytesIO()
    with zipfile.ZipFile(bundle, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, ZIP_EPOCH), path.read_bytes())
    return worker.Snippets(bundle.getvalue(), modules, timeout)
