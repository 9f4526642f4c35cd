"""Show the progress of a build: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import ExitStack

from rich import progress
from rich.console import Console
from rich.text import Text


class _Running(progress.ProgressColumn):
    """A column with the names of the running snippets."""

    def render(self, task: progress.Task) -> Text:
        return Text(", ".join(task.fields["running"]()))


class Progress(ExitStack):
    """The progress of the snippets of a build, until the stack is closed."""

    def __init__(self, total: int, running: Callable[[], list[str]]):
        super().__init__()
        console = Console(stderr=True, highlight=False)
        columns = (progress.BarColumn(), progress.MofNCompleteColumn(), progress.TimeElapsedColumn(), _Running())
        plain = not console.is_terminal
        bar = progress.Progress("snippets", *columns, console=console, transient=True, disable=plain)
        self._bar = self.enter_context(bar)
        self._task = bar.add_task("", total=total, running=running)

    def finished(self, name: str, seconds: float, failed: bool) -> None:
        """Report that a snippet finished."""
        self._bar.advance(self._task)
        if self._bar.disable:
            print(f"{'FAILED' if failed else 'ran'} {name} ({seconds:.1f} s)", file=sys.stderr, flush=True)
