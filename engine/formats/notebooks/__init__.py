"""Convert results to standalone notebooks for students, which link to the slides that they belong to.

A result of the store is already an executed notebook. This module adds a first cell in Portuguese, the settings of the
run for the slides, the embedded data files, and figures that Jupyter shows in a notebook that is not trusted yet.
"""

import base64
import copy
import json
import re
import sys
import zlib
from functools import cache
from importlib.metadata import packages_distributions
from itertools import chain, takewhile
from pathlib import Path

import nbformat
from nbformat import v4

from engine.core.files import zipped
from engine.core.install import installed_version, locked_packages
from engine.formats.context import FormatContext, template
from engine.slides.figure import figure_name
from engine.slides.links import NOTEBOOKS
from engine.snippets.execute import SETTINGS
from engine.snippets.outputs import SVG, TABLE
from engine.snippets.read import Snippet

# The tag of cells that an exercise leaves to the student, but for the comment at their beginning.
BLANK = "lacuna"
_ALT = re.compile(r"!\[((?:\\.|[^\]\\])*)\]\(figures/([^)]+)\.svg\)")
# Settings that must be set before Python starts, or that are useless on another machine.
_NOT_FOR_STUDENTS = {"LC_ALL", "PYTHONHASHSEED", "SOURCE_DATE_EPOCH", "TZ"}
# Students' machines lack the deck's font; the other settings are for the SVG file that a slide embeds.
_NOT_IN_NOTEBOOKS = {"font.family", "svg.fonttype", "svg.hashsalt"}
_version = cache(installed_version)
_distributions = cache(packages_distributions)  # takes half a second: it reads the files of all packages
_alts = cache(lambda markdown: {figure: re.sub(r"\\(.)", r"\1", alt) for alt, figure in _ALT.findall(markdown)})
_CARD, _SETUP, _TESTS = (Path(__file__).with_name(n) for n in ("card.md.j2", "setup.py.j2", "tests.py.j2"))


def notebooks(context: FormatContext) -> dict[str, bytes]:
    """Return every notebook, the data, the versions, and a zip of all of them, by path relative to the deck."""
    deck, locked = context.deck, locked_packages()
    files: dict[str, bytes] = {}
    needed: dict[str, str] = {}
    for name, snippet in deck.snippets.items():
        packages = requirements(snippet, locked)
        needed |= packages
        read = (file for file in deck.results[name].metadata["data"] if (snippet.folder / file).is_file())
        data = {file: (snippet.folder / file).read_bytes() for file in read}
        solution, tests = name, context.paths.root / "tests" / "snippets" / f"test_{name}.py"
        if tests.is_file() and any(BLANK in cell.tags for cell in snippet.cells.values()):
            solution = f"{name}_solucao"
            needed |= (more := packages | {"pytest": installed_version("pytest")})
            files[f"{NOTEBOOKS}/{name}.ipynb"] = _notebook(context, snippet, more, data, tests.read_bytes()).encode()
        files[f"{NOTEBOOKS}/{solution}.ipynb"] = _notebook(context, snippet, packages, data).encode()
        for file, content in data.items():
            files[f"{NOTEBOOKS}/{file}"] = content
            for readme in sorted((snippet.folder / file).parent.glob("*.md")):
                files[f"{NOTEBOOKS}/{readme.relative_to(snippet.folder).as_posix()}"] = readme.read_bytes()
    lines = ["# As versões com que os notebooks foram testados: pip install -r requirements.txt jupyterlab"]
    lines += [f"{package}=={number}" for package, number in sorted(needed.items())]
    files[f"{NOTEBOOKS}/requirements.txt"] = ("\n".join(lines) + "\n").encode()
    return files | {f"{NOTEBOOKS}.zip": zipped(files)}


def requirements(snippet: Snippet, locked: set[str]) -> dict[str, str]:
    """Return the packages that a snippet imports, with the version of each that it ran with.

    The lock may pin several versions of a package, one per Python version, so the installed version is used.
    """
    modules = {name.split(".")[0] for name in snippet.imports} - sys.stdlib_module_names
    if "keras" in modules:
        modules.add("tensorflow")  # the backend of Keras
    owners = (([module] if module in locked else _distributions().get(module, [])) for module in modules)
    return {package: _version(package) for package in sorted(set(chain.from_iterable(owners)) & locked)}


def _notebook(
    context: FormatContext, snippet: Snippet, packages: dict[str, str], data: dict[str, bytes], tests: bytes = b""
) -> str:
    """Return the notebook of a snippet as a student downloads it: with its packages and the data that it reads by path.

    With its `tests`, it is an exercise, which has blanks in place of the solution and runs them at its end.
    """
    deck, name, up = context.deck, snippet.name, "../" * snippet.name.count("/")
    alts = _alts(deck.markdown)
    notebook = copy.deepcopy(deck.results[name])
    for key in ("values", "types", "data"):
        notebook.metadata.pop(key, None)
    cells = notebook.cells
    introduction = cells.pop(0).source if cells and cells[0].cell_type == "markdown" else f"# {name}"
    for cell in (cell for cell in cells if cell.cell_type == "code"):
        alt = alts.get(figure_name(name, cell.metadata.get("name")), "")
        cell.outputs = [_readable(output, alt) for output in cell.outputs]
    if tests:
        judge = template(_TESTS).render(tests=_packed(tests))
        cells.append(v4.new_code_cell(judge, id="confere"))
        introduction = introduction.partition("\n")[0]
    for cell in (cell for cell in cells if tests and cell.cell_type == "code"):
        cell.outputs = []
        if BLANK in cell.metadata.get("tags", ()):
            cell.source = "\n".join([*takewhile(lambda line: line.startswith("#"), cell.source.split("\n")), "..."])
    mine = sorted({block.slide for block in deck.placements if block.snippet == name})
    slides = [(part, [n for n in mine if 0 <= n - part.first_slide < len(part.slides)]) for part in deck.parts]
    shown = {
        "introduction": introduction,
        "solution": f"{name}_solucao.ipynb" if tests else "",
        "course": deck.course,
        "deck": f"{deck.course.site or f'../{up}'}deck.html",
        "parts": [(part, numbers) for part, numbers in slides if numbers],
        "packages": packages,
        "json": json.dumps,
        "python": f"{sys.version_info.major}.{sys.version_info.minor}",
        "settings": {key: value for key, value in SETTINGS.items() if key not in _NOT_FOR_STUDENTS},
        "style": _style(context.paths.style.read_text("utf-8")),
        "data": {up + file: _packed(content) for file, content in data.items()},
    }
    card, setup = (template(path).render(shown) for path in (_CARD, _SETUP))
    metadata = {"cellView": "form", "jupyter": {"source_hidden": True}, "tags": ["preparo"]}
    preparation = v4.new_code_cell(setup.rstrip(), id="preparo", metadata=metadata)
    notebook.cells = [v4.new_markdown_cell(card, id="ficha"), preparation, *cells]
    # Number the cells as they are after "run all".
    for count, cell in enumerate((c for c in notebook.cells if c.cell_type == "code"), 1):
        cell.execution_count = None if tests else count
        for output in cell.outputs:
            if output.output_type == "execute_result":
                output.execution_count = count
    nbformat.validate(notebook)
    return nbformat.writes(notebook) + "\n"


def _readable(output: nbformat.NotebookNode, alt: str) -> nbformat.NotebookNode:
    """Return an output in a form that Jupyter always shows: it shows no SVG in a notebook that is not trusted yet."""
    if "data" not in output:
        return output
    data = {kind: value for kind, value in output.data.items() if kind not in (SVG, TABLE)}
    if SVG in output.data:
        svg = re.sub(r"'IBM Plex (Sans|Mono)'", r"'IBM Plex \1', Arial, sans-serif", output.data[SVG])
        # Add a white background for readers with a dark theme.
        svg = re.sub(r"<svg\b", '<svg style="background:#fff"', svg, count=1)
        source = base64.b64encode(svg.encode()).decode()
        escaped = alt.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
        data["text/html"] = f'<img alt="{escaped}" src="data:{SVG};base64,{source}">'
    output.data = nbformat.from_dict(data)
    return output


def _style(text: str) -> dict[str, str]:
    """Return the settings of a matplotlib style for a notebook: without the deck's font, with a white background."""
    pairs = (line.split(":", 1) for line in text.splitlines() if ":" in line and not line.startswith("#"))
    style = {key.strip(): value.strip() for key, value in pairs}
    return {key: value for key, value in style.items() if key not in _NOT_IN_NOTEBOOKS} | {"figure.facecolor": "white"}


def _packed(content: bytes) -> list[str]:
    """Return a data file as lines of text for the source of a notebook."""
    text = base64.b85encode(zlib.compress(content, 9)).decode()
    return [text[start : start + 100] for start in range(0, len(text), 100)]
