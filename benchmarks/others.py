"""Run the same snippets with other tools, each called as its users call it, with the same environment and settings."""

from __future__ import annotations

import os
import re
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import jupytext
import nbformat

from benchmarks.clock import cost
from engine.core.browser import find_browser
from engine.core.paths import NODE_MODULES, ROOT, executable, node_environ, node_program
from engine.snippets.execute import SETTINGS

_MARKER = re.compile(r"^# %%.*$", re.M)
_CONF = """\
extensions = ["sphinx_gallery.gen_gallery"]
project = "snippets"
sphinx_gallery_conf = {
    "examples_dirs": "examples",
    "gallery_dirs": "auto",
    "filename_pattern": "",
    "parallel": JOBS,
    "abort_on_example_error": True,
}
"""


def process_each(snippets: list[Path], jobs: int) -> float:
    """Run each snippet in a separate Python process, `jobs` at a time, without capturing results."""
    start = time.perf_counter()

    def run(path: Path) -> None:
        cost([executable("python"), path], path.parent, SETTINGS | {"MPLBACKEND": "agg"})

    with ThreadPoolExecutor(jobs) as threads:
        list(threads.map(run, snippets))
    return time.perf_counter() - start


def nbconvert(snippets: list[Path], folder: Path) -> float:
    """Execute the snippets as notebooks and convert each to HTML slides with ``jupyter nbconvert``."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    _data(snippets, folder)
    for path in snippets:
        notebook = jupytext.read(path, fmt="py:percent")
        notebook.metadata["kernelspec"] = {"display_name": "Python 3", "language": "python", "name": "python3"}
        nbformat.write(notebook, folder / f"{path.stem}.ipynb")
    command = [executable("jupyter-nbconvert"), "--execute", "--to", "slides", *sorted(folder.glob("*.ipynb"))]
    return cost(command, folder, SETTINGS).seconds


def sphinx_gallery(snippets: list[Path], folder: Path, jobs: int) -> float:
    """Build a gallery of the snippets in parallel jobs with ``sphinx-build`` and sphinx-gallery."""
    shutil.rmtree(folder, ignore_errors=True)
    examples = folder / "examples"
    examples.mkdir(parents=True)
    _data(snippets, examples)
    (folder / "conf.py").write_text(_CONF.replace("JOBS", str(jobs)), "utf-8")
    (folder / "index.rst").write_text("Snippets\n========\n\n.. toctree::\n\n   auto/index\n", "utf-8")
    (examples / "GALLERY_HEADER.rst").write_text("Snippets\n========\n", "utf-8")
    for path in snippets:
        title = f'"""\n{path.stem}\n{"=" * len(path.stem)}\n"""\n\n'
        (examples / f"plot_{path.name}").write_text(title + _MARKER.sub("# %%", path.read_text("utf-8")), "utf-8")
    command = [executable("sphinx-build"), "-q", "-b", "html", folder, folder / "html"]
    return cost(command, folder, SETTINGS).seconds


def _data(snippets: list[Path], folder: Path) -> None:
    data = snippets[0].parent / "data"
    if data.is_dir():
        shutil.copytree(data, folder / "data")


def floor(project: Path, snippets: list[Path], modules: list[str]) -> tuple[float, float]:
    """Run the snippets with `benchmarks.floor`, then Marp to HTML and Marp to PDF in parallel.

    Return the seconds of both, and those of the snippets if no core ever waited: their CPU time by the number of cores.
    """
    browser = find_browser()
    env = node_environ() | browser.environment | {"CHROME_NO_SANDBOX": "1"}
    cli = NODE_MODULES / "@marp-team" / "marp-cli" / "marp-cli.js"
    config = ROOT / "slides" / "theme" / "marp.config.mjs"
    command = [node_program(), cli, "--no-stdin", "--config-file", config, "deck.md", "--output"]
    start, before = time.perf_counter(), os.times()
    program = [executable("python"), Path(__file__).with_name("floor.py"), ",".join(modules), *snippets]
    cost(program, project, SETTINGS | {"MPLBACKEND": "agg"})
    used = os.times().children_user + os.times().children_system - before.children_user - before.children_system
    with ThreadPoolExecutor() as threads:
        pdf = [*command, "floor.pdf", "--pdf", "--browser", "chrome", "--browser-path", browser.path]
        for done in [threads.submit(cost, words, project / "dist", env) for words in ([*command, "floor.html"], pdf)]:
            done.result()
    return time.perf_counter() - start, used / (os.cpu_count() or 1)
