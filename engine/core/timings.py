"""Measure the time of a build, and compare it with the least time that the same work could take."""

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
        """Return the timings as a table, with the least time that each stage could take.

        Of the snippets, that is their own seconds spread over all cores, or the slowest; they capture outputs in it.
        """
        total, spent = self.total, sum(self.snippets.values())
        floors = {name: self.stages.get(name, 0.0) for name in ("import", "formats")}
        floors["snippets"] = max([spent / jobs, *self.snippets.values()])
        floors["total"] = sum(floors.values())
        stages = [*self.stages.items(), ("other", total - sum(self.stages.values())), ("total", total)]
        lines = [f"{name:<28}{seconds:9.2f}{floors.get(name, 0.0):9.2f}" for name, seconds in stages]
        if self.snippets:
            lines += ["", f"{'snippet':<28}{'seconds':>9}  ({spent:.2f} in all, {jobs} at the same time)"]
        slowest = sorted(self.snippets.items(), key=lambda item: (-item[1], item[0]))
        lines += [f"{name:<28}{seconds:9.2f}" for name, seconds in slowest]
        return "\n".join([f"{'stage':<28}{'seconds':>9}{'floor':>9}", *lines])
