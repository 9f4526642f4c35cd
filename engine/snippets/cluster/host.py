"""Run snippets beside a worker: the same pool as on one machine, used through standard input and output.

It is a separate process, because the worker's has threads and loaded libraries, and may have served another build.
"""

from __future__ import annotations

import os
import pickle
import sys
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from engine.snippets.execute import Outcome
from engine.snippets.pool import PoolRunner, RunContext


def main(jobs: str, timeout: str, *modules: str) -> None:
    """Run the snippets that arrive on standard input until it ends."""
    root = Path.cwd()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # keep other output out of the answers
    context = RunContext(root / "figures.mplstyle", root / "fonts", root / "cache")

    def answer(name: str, future: Future[Outcome]) -> None:  # called by one thread only
        if not future.cancelled():
            pickle.dump((name, pickle.dumps(future.result())), answers)
            answers.flush()

    with PoolRunner(context, jobs=int(jobs), timeout=float(timeout), modules=modules) as runner, suppress(EOFError):
        while True:
            snippet = pickle.load(sys.stdin.buffer)
            runner.start(replace(snippet, path=root / snippet.file)).add_done_callback(partial(answer, snippet.name))


if __name__ == "__main__":
    main(*sys.argv[1:])
