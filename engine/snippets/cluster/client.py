"""Send snippets to a Dask cluster, and take what comes of them as if they had run here."""

from __future__ import annotations

import hashlib
import io
import pickle
import re
import zipfile
from collections.abc import Callable, Iterable
from concurrent.futures import CancelledError

import cloudpickle
from distributed import Client, KilledWorker, as_completed, get_worker

from engine.core import install
from engine.core.problems import EnvironmentLackError
from engine.core.timings import Profile
from engine.snippets.cluster import wire, worker
from engine.snippets.execute import Execution, Failure
from engine.snippets.pool import Workshop, imported_modules
from engine.snippets.read import Snippet

_CONNECT_SECONDS = 15
_OLDEST = (1980, 1, 1, 0, 0, 0)  # the one time that a zip file can always say


def run_snippets(
    address: str,
    snippets: Iterable[Snippet],
    workshop: Workshop,
    *,
    timeout: float,
    seconds: dict[str, float],
    finished: Callable[[Snippet, Execution, float], None],
    running: Callable[[list[str]], None] = lambda names: None,
    profile: Profile | None = None,
) -> None:
    """Run snippets on the workers of a scheduler; the arguments are those of `engine.snippets.pool.run_snippets`.

    A snippet whose worker is lost runs again on another one.

    Raises:
        EnvironmentLackError: when the cluster cannot be reached, or has other versions than the lock.
    """
    todo = list(snippets)
    if not todo:
        return
    profile = profile or Profile()

    def run_there(snippet: bytes, plugin: str) -> bytes:  # inside another function: so Dask sends it by value
        return get_worker().plugins[plugin].run(snippet)

    with _client(address) as client:
        with profile.stage("import"):
            _compare_versions(client)
            plugin = _plugin(todo, workshop, timeout)
            client.register_plugin(plugin)
        with profile.stage("snippets"):
            futures = {}
            for snippet in todo:
                # Never the result of another build: the store is what remembers.
                future = client.submit(
                    run_there,
                    pickle.dumps(snippet),
                    plugin.name,
                    pure=False,
                    priority=seconds.get(snippet.name, timeout),
                )
                futures[future] = snippet
            running([snippet.name for snippet in todo])
            try:
                for future in as_completed(futures):
                    finished(futures[future], *_outcome(future))
            finally:
                client.unregister_worker_plugin(plugin.name)


def _client(address: str) -> Client:
    try:
        for module in (wire, worker):
            cloudpickle.register_pickle_by_value(module)
        return Client(address, timeout=_CONNECT_SECONDS)
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0]
        raise EnvironmentLackError(
            f"no Dask scheduler at {address} ({reason}); see --scheduler in the README"
        ) from None


def _compare_versions(client: Client) -> None:
    """Refuse workers that would give other results: the versions are part of what names a result."""
    if not client.scheduler_info(n_workers=-1)["workers"]:
        raise EnvironmentLackError("the Dask scheduler has no worker; start one, see --scheduler in the README")
    packages = re.findall(r"^([\w.-]+)==", install.PYTHON_LOCK.read_text("utf-8"), re.M)
    here = worker.versions(packages)
    for address, there in client.run(worker.versions, packages).items():
        differing = [
            f"{name} {there[name]} instead of {version}" for name, version in here.items() if there[name] != version
        ]
        if differing:
            raise EnvironmentLackError(
                f"the worker {address} has {', '.join(differing[:3])}; start it in the environment of this project"
            )


def _plugin(snippets: list[Snippet], workshop: Workshop, timeout: float) -> worker.Snippets:
    files = {"figures.mplstyle": workshop.style}
    files |= {f"fonts/{path.name}": path for path in workshop.fonts.glob("*.ttf")}
    engine, texts = (install.ROOT / "engine").rglob("*.py"), (workshop.root / "snippets").rglob("*")
    for root, paths in ((install.ROOT, engine), (workshop.root, texts)):
        kept = [path for path in paths if path.is_file() and "__pycache__" not in path.parts]
        files |= {path.relative_to(root).as_posix(): path for path in kept}
    bundle = io.BytesIO()
    with zipfile.ZipFile(bundle, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, _OLDEST), path.read_bytes())
    data = bundle.getvalue()
    return worker.Snippets(data, hashlib.sha256(data).hexdigest()[:16], imported_modules(snippets), timeout)


def _outcome(future) -> tuple[Execution, float]:
    try:
        return pickle.loads(future.result())
    except KilledWorker:
        message = "every worker that ran it was lost; out of memory?"
    except RuntimeError as error:
        message = str(error)
    except CancelledError:
        raise EnvironmentLackError(
            "the Dask scheduler went away; nothing is lost, run the same command again"
        ) from None
    return Execution("", failures=[Failure(message)]), 0.0
