"""Run snippets beside a worker: the same pool as on one machine, asked through a socket.

It is a separate process, because the worker's has threads and loaded libraries, and may have served another build.
"""

import os
import sys
import threading
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from multiprocessing.connection import Connection, Listener
from pathlib import Path

from engine.snippets.execute import Outcome
from engine.snippets.pool import PoolRunner, RunContext


def main(jobs: str, timeout: str, *modules: str) -> None:
    """Print the address, and run the snippet that each connection brings, until standard input ends."""
    root = Path.cwd()
    context = RunContext(root / "figures.mplstyle", root / "fonts", root / "cache")
    runner = PoolRunner(context, jobs=int(jobs), timeout=float(timeout), modules=modules, ahead=True)
    listener = Listener(backlog=64)
    print(listener.address, flush=True)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nobody reads what comes after

    def answer(connection: Connection, future: Future[Outcome]) -> None:
        with connection:
            if not future.cancelled():
                connection.send(future.result())

    def serve() -> None:
        while True:
            snippet = (connection := listener.accept()).recv()
            data = [root / "snippets" / path.relative_to(snippet.folder) for path in snippet.data_files]
            here = replace(snippet, path=root / snippet.file, data_files=data)
            runner.start(here).add_done_callback(partial(answer, connection))

    with runner:
        threading.Thread(target=serve, daemon=True).start()
        sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
