"""Run all measurements in rounds, print the medians and their ratios as a table, and draw them as a chart."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks import others, project
from benchmarks.clock import Cost, cost
from benchmarks.preview import preview
from engine.core.paths import CACHE, executable
from engine.snippets.read import read_snippets

COLD, FLOOR, IDLE_FREE = "ours, cold", "floor", "CPU of all snippets / cores"
_PDF, _ALL = "ours, results kept, --formats pdf", "ours, results kept, --formats all"
_NO_CHANGE, _TEXT, _SNIPPET = "ours, nothing changed", "ours, text edit", "ours, snippet edit"
_WATCH_TEXT, _WATCH_SNIPPET = "ours, text edit, watch", "ours, snippet edit, watch"
_WATCH_OVER = "… beyond the snippet's own time"
_NBCONVERT, _GALLERY, _EACH = "nbconvert --execute --to slides", "sphinx-gallery, parallel", "a Python process each"
_QUICK_ROUNDS = 5
_SETTLE_SECONDS = 1.5  # until the preview shows that an edit is reverted


@dataclass(frozen=True)
class Settings:
    """The settings of a benchmark."""

    repeat: int  # number of rounds
    parts: list[int]  # numbers of the parts; empty for all
    scale: int  # number of trivial snippets in the largest generated project; 0 for no generated project
    out: Path  # folder of the chart and the measured values


class Edits:
    """Unique edits of one project: of the heading of a slide, and of a cell that a slide shows."""

    def __init__(self, folder: Path, seconds: dict[str, float]):
        self._folder, self._count = folder, 0
        self.part = sorted((folder / "slides").glob("[0-9]*.md.j2"))[-1]
        self.heading = re.search(r"^## .*$", self.part.read_text("utf-8"), re.M).group()
        text = "".join(path.read_text("utf-8") for path in (folder / "slides").glob("[0-9]*.md.j2"))
        shown = {name: cell for name, cell in re.findall(r'code\("(\w+)", "(\w+)"\)', text) if name in seconds}
        # Use the shortest snippet of at least 0.3 s: it trains a model, but its own time does not hide the overhead.
        self.name = min(shown, key=lambda name: (seconds[name] < 0.3, seconds[name]))
        self.snippet = folder / "snippets" / f"{self.name}.py"
        line = re.search(rf"^# %% {shown[self.name]}\b.*$", self.snippet.read_text("utf-8"), re.M)
        self.marker = line.group()

    def heading_edit(self) -> tuple[Path, str, str, str]:
        """Return the file, the old text, the new text, and the text that the page shows after the edit."""
        self._count += 1
        seen = f"medida {self._count}"
        return self.part, self.heading, f"{self.heading} {seen}", seen

    def cell_edit(self) -> tuple[Path, str, str, str]:
        """Return the file, the old text, the new text, and the text that the page shows after the edit."""
        self._count += 1
        seen = f"# medida {self._count}"
        return self.snippet, self.marker, f"{self.marker}\n{seen}", seen


def run(settings: Settings) -> None:
    """Run the measurements, print the table and draw the chart.

    Raises:
        RuntimeError: when a measured command fails.
    """
    work = CACHE / "bench"
    folder = project.of_parts(work / "project", settings.parts)
    snippets, _ = read_snippets(folder)
    modules = sorted({module for snippet in snippets.values() for module in snippet.imports})
    found: dict[str, list[float]] = defaultdict(list)
    memory: list[float] = []

    def note(name: str, value: float) -> None:
        found[name].append(value)
        print(f"{name:<36}{value:9.2f}", file=sys.stderr, flush=True)

    for number in range(settings.repeat):
        print(f"round {number + 1} of {settings.repeat}", file=sys.stderr)
        shutil.rmtree(folder / ".cache" / "store", ignore_errors=True)
        shutil.rmtree(folder / "dist", ignore_errors=True)
        cold = _build(folder)
        note(COLD, cold.seconds)
        memory.append(cold.mebibytes)
        seconds = json.loads((folder / ".cache" / "store" / "seconds.json").read_text("utf-8"))
        runs = project.runs_of(folder, work / "runs")
        files = [runs[name] for name in sorted(runs, key=lambda name: -seconds[name])]
        for name, value in zip((FLOOR, IDLE_FREE), others.floor(folder, files, modules), strict=True):
            note(name, value)
        for _ in range(_QUICK_ROUNDS):
            note(_NO_CHANGE, _build(folder).seconds)
        for name, formats in ((_PDF, "pdf"), (_ALL, "all")):
            shutil.rmtree(folder / "dist")
            note(name, _build(folder, "--formats", formats).seconds)
        edits = Edits(folder, seconds)
        for name, edit in ((_TEXT, edits.heading_edit), (_SNIPPET, edits.cell_edit)):
            note(name, _edited(edit, lambda: _build(folder).seconds))
        _build(folder)
        with preview(folder) as page:
            for _ in range(_QUICK_ROUNDS):
                note(_WATCH_TEXT, _edited(edits.heading_edit, page.seconds, in_preview=True))
                took = _edited(edits.cell_edit, page.seconds, in_preview=True)
                own = json.loads((folder / ".cache" / "store" / "seconds.json").read_text("utf-8"))[edits.name]
                note(_WATCH_SNIPPET, took)
                note(_WATCH_OVER, took - own)
        note(_GALLERY, others.sphinx_gallery(files, work / "gallery", os.cpu_count()))
        note(_EACH, others.process_each(files, os.cpu_count()))
        note(_NBCONVERT, others.nbconvert(files, work / "notebooks"))
    medians = {name: median(values) for name, values in found.items()}
    title = (
        f"{len(files)} runs of {len(snippets)} snippets, {os.cpu_count()} cores, medians of {settings.repeat} rounds"
    )
    print(_table(title, medians, found))
    print(f"\nmost memory of a cold build: {max(memory) / 1024:.2f} GiB")
    settings.out.mkdir(parents=True, exist_ok=True)
    (settings.out / "bench.json").write_text(json.dumps(found, indent=1), "utf-8")
    _chart(title, medians, settings.out / "bench.svg")
    if settings.scale:
        _scale(settings, work / "scale")
    shutil.rmtree(work)


def _build(folder: Path, *words: str) -> Cost:
    return cost([executable("python"), "build.py", *words], folder)


def _edited(edit: Callable, measure: Callable, in_preview: bool = False) -> float:
    """Apply an edit, return what `measure` returns, and revert the edit."""
    path, old, new, seen = edit()
    before = path.read_text("utf-8")
    try:
        if in_preview:
            return measure(path, old, new, seen)
        path.write_text(before.replace(old, new, 1), "utf-8")
        return measure()
    finally:
        path.write_text(before, "utf-8")
        time.sleep(_SETTLE_SECONDS if in_preview else 0)


def _table(title: str, medians: dict[str, float], found: dict[str, list[float]]) -> str:
    head = f"| {'what':<36} | seconds | to ours, cold | measured |"
    lines = [title, "", head, f"|{'-' * 38}|--------:|--------------:|---------:|"]
    for name, value in medians.items():
        ratio = value / medians[COLD]
        lines.append(f"| {name:<36} | {value:7.2f} | {ratio:13.3f} | {len(found[name]):8} |")
    for one, other in ((COLD, FLOOR), (COLD, IDLE_FREE), (_ALL, _PDF), (_GALLERY, COLD), (_NBCONVERT, COLD)):
        lines += ["", f"{one} / {other}: {medians[one] / medians[other]:.2f}"]
    return "\n".join(lines)


def _chart(title: str, medians: dict[str, float], path: Path) -> None:
    import matplotlib as mpl

    mpl.use("agg")
    import matplotlib.pyplot as plt

    names = [name for name in medians if name != _WATCH_OVER][::-1]
    figure, axes = plt.subplots(figsize=(9, 4.5), layout="constrained")
    colours = ["C0" if name.startswith("ours") else "0.6" for name in names]
    bars = axes.barh(names, [medians[name] for name in names], color=colours)
    axes.bar_label(bars, fmt=" %.2f s")
    axes.set_xscale("log")
    axes.set_title(title)
    axes.set_xlabel("seconds, logarithmic")
    axes.spines[["top", "right"]].set_visible(False)
    axes.margins(x=0.15)
    figure.savefig(path)


def _scale(settings: Settings, folder: Path) -> None:
    heads = ("snippets", "slides", "cold, s", "a snippet, ms", "no change, s", "GiB")
    print("\n| " + " | ".join(heads) + " |\n|" + "|".join(f"{'-' * (len(head) + 1)}:" for head in heads) + "|")
    for count in (settings.scale // 4, settings.scale // 2, settings.scale):
        project.of_size(folder, count)
        cold = _build(folder)
        none = median(_build(folder).seconds for _ in range(_QUICK_ROUNDS))
        each, memory = 1000 * cold.seconds / count, cold.mebibytes / 1024
        print(f"| {count} | {2 * count} | {cold.seconds:.1f} | {each:.1f} | {none:.2f} | {memory:.2f} |", flush=True)
