"""Run snippets for a worker, beside it: the same pool as on one machine, asked through standard input and output.

A process of its own, because the worker's has threads and libraries loaded, and may have served another build before.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

from engine.snippets.cluster.wire import receive, send
from engine.snippets.pool import Runner, Workshop


def main(jobs: str, timeout: str, *modules: str) -> None:
    """Run what arrives until the input ends.

    Args:
        jobs: how many snippets run at the same time.
        timeout: seconds that one snippet may take.
        modules: what the snippets import.
    """
    root = Path.cwd()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing else may write among the answers
    lock = threading.Lock()
    workshop = Workshop(root, root / "figures.mplstyle", root / "fonts", root / "cache")
    runner = Runner(workshop, jobs=int(jobs), timeout=float(timeout), modules=list(modules))
    try:
        while message := receive(sys.stdin.buffer):
            number, data = message
            snippet = pickle.loads(data)

            def done(future: Future, number: int = number) -> None:
                outcome = pickle.dumps(runner.outcome(future))
                with lock:
                    send(answers, number, outcome)

            runner.start(replace(snippet, path=root / snippet.file)).add_done_callback(done)
    finally:
        runner.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
