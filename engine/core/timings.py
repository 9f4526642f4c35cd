"""Measure the time of a build, and compare it with the least time that the same work could take."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Timings:
    """The seconds of a build, by stage and by snippet; the total starts when this object is created."""

    def __init__(self) -> None:
        self.stages: dict[str, float] = {}
        self.snippets: dict[str, float] = {}
        self._start = time.perf_counter()

    @property
    def total(self) -> float:
        """Seconds since the start."""
        return time.perf_counter() - self._start

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Add the seconds of a block to the stage with this name."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.stages[name] = self.stages.get(name, 0.0) + time.perf_counter() - start

    def table(self, jobs: int) -> str:
        """Return the timings as a table, with the floor of each stage.

        The floor is the least possible time: one import, the snippets' own seconds spread over all cores (or the
        slowest snippet, if it takes longer), and the formats. The snippets' seconds include capturing the outputs.
        """
        total = self.total
        spent = sum(self.snippets.values())
        least = max([spent / jobs, *self.snippets.values()], default=0.0)
        floors = {
            "import": self.stages.get("import", 0.0),
            "snippets": least,
            "formats": self.stages.get("formats", 0.0),
        }
        lines = [f"{'stage':<28}{'seconds':>9}{'floor':>9}"]
        stages = {**self.stages, "other": total - sum(self.stages.values())}
        for name, seconds in stages.items():
            lines.append(f"{name:<28}{seconds:9.2f}{floors.get(name, 0.0):9.2f}")
        floor = sum(floors.values())
        times = f"  ({total / floor:.2f} times)" if floor else ""
        lines.append(f"{'total':<28}{total:9.2f}{floor:9.2f}{times}")
        if self.snippets:
            lines += ["", f"{'snippet':<28}{'seconds':>9}  ({spent:.2f} in all, {jobs} at the same time)"]
            for name, seconds in sorted(self.snippets.items(), key=lambda item: (-item[1], item[0])):
                lines.append(f"{name:<28}{seconds:9.2f}")
        return "\n".join(lines)
