"""Show that a build is going on: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn


class Running(AbstractContextManager):
    """The progress of snippets that run.

    Args:
        total: how many will run.
    """

    def __init__(self, total: int):
        self._console = Console(stderr=True, highlight=False)
        self._bar = None
        if self._console.is_terminal and total:
            columns = [TextColumn("snippets"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()]
            self._bar = Progress(*columns, TextColumn("{task.description}"), console=self._console, transient=True)
            self._task = self._bar.add_task("importing", total=total)

    def __enter__(self) -> Running:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(self, *exception) -> None:
        if self._bar:
            self._bar.stop()

    def running(self, names: list[str]) -> None:
        """Show which snippets run now."""
        if self._bar and names:
            self._bar.update(self._task, description=", ".join(names))

    def finished(self, name: str, seconds: float, well: bool) -> None:
        """Note that a snippet is done."""
        if self._bar:
            self._bar.advance(self._task)
        else:
            print(f"{'ran' if well else 'FAILED'} {name} ({seconds:.1f} s)", file=sys.stderr, flush=True)
