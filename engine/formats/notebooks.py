"""Convert results to standalone notebooks for students, which link to the slides that they belong to.

A result of the store is already an executed notebook. This module adds a first cell in Portuguese, the settings of the
run for the slides, the embedded data files, and figures that Jupyter shows in a notebook that is not trusted yet.
"""

from __future__ import annotations

import base64
import copy
import json
import re
import sys
import textwrap
import zlib
from collections.abc import Iterable
from importlib.metadata import packages_distributions, version

import nbformat
from nbformat import v4

from engine.core.install import locked_packages
from engine.core.media import SVG, TABLE
from engine.formats.context import FormatContext
from engine.formats.reproducible import zipped
from engine.slides.deck import Deck
from engine.slides.links import NOTEBOOKS
from engine.slides.parts import Part
from engine.snippets.execute import SETTINGS
from engine.snippets.read import Snippet

_ALT = re.compile(r"!\[((?:\\.|[^\]\\])*)\]\(figures/([^)]+)\.svg\)")
# Settings that must be set before Python starts, or that are useless on another machine.
_NOT_FOR_STUDENTS = {"LC_ALL", "PYTHONHASHSEED", "SOURCE_DATE_EPOCH", "TZ"}
# Students' machines lack the deck's font; the other settings are for the SVG file that a slide embeds.
_NOT_IN_NOTEBOOKS = {"font.family", "svg.fonttype", "svg.hashsalt"}


def make(context: FormatContext) -> dict[str, bytes]:
    """Return every file of the notebooks: each notebook, the data, the versions, and a zip of all of them."""
    return export_notebooks(context.deck, context.paths.style.read_text("utf-8"))


def export_notebooks(deck: Deck, style: str) -> dict[str, bytes]:
    """Return every file of the notebooks by path relative to the deck; the same deck gives the same bytes.

    Args:
        deck: the rendered deck, which records what each slide shows.
        style: the text of the matplotlib style.
    """
    locked = locked_packages()
    alts = {name: re.sub(r"\\(.)", r"\1", alt) for alt, name in _ALT.findall(deck.markdown)}
    files: dict[str, bytes] = {}
    needed: dict[str, str] = {}
    for name, snippet in deck.snippets.items():
        wanted = requirements(snippet, locked)
        needed |= wanted
        home = snippet.folder
        data = {file: (home / file).read_bytes() for file in deck.results[name].metadata["data"]}
        beside = {"../" * name.count("/") + file: content for file, content in data.items()}
        card = _card(snippet, deck, wanted, beside)
        notebook = _export(deck.results[name], name, card, _setup(wanted, _style(style), beside), alts)
        files[f"{NOTEBOOKS}/{name}.ipynb"] = (nbformat.writes(notebook) + "\n").encode()
        for file, content in data.items():
            files[f"{NOTEBOOKS}/{file}"] = content
            for readme in sorted((home / file).parent.glob("*.md")):
                files[f"{NOTEBOOKS}/{readme.relative_to(home).as_posix()}"] = readme.read_bytes()
    lines = ["# As versões com que os notebooks foram testados: pip install -r requirements.txt jupyterlab"]
    lines += [f"{package}=={number}" for package, number in sorted(needed.items())]
    files[f"{NOTEBOOKS}/requirements.txt"] = ("\n".join(lines) + "\n").encode()
    files[f"{NOTEBOOKS}.zip"] = zipped(files)
    return files


def requirements(snippet: Snippet, locked: set[str]) -> dict[str, str]:
    """Return the packages that a snippet imports, with the version of each that it ran with.

    The lock may pin several versions of a package, one per Python version, so the installed version is used.

    Args:
        snippet: the snippet.
        locked: names of the packages in the lock.
    """
    modules = {name.split(".")[0] for name in snippet.imports} - sys.stdlib_module_names
    if "keras" in modules:
        modules.add("tensorflow")  # the backend of Keras
    packages: set[str] = set()
    for module in modules:
        packages.update([module] if module in locked else packages_distributions().get(module, []))
    return {package: version(package) for package in sorted(packages & locked)}


def _export(
    result: nbformat.NotebookNode, name: str, card: str, setup: str, alts: dict[str, str]
) -> nbformat.NotebookNode:
    """Return a result as a notebook for students.

    Args:
        result: the executed notebook.
        name: name of the snippet.
        card: the text of the first cell below the introduction.
        setup: the code of the second cell.
        alts: the alt text of each figure by file name, without the suffix.
    """
    notebook = copy.deepcopy(result)
    for key in ("values", "data"):
        notebook.metadata.pop(key, None)
    cells = notebook.cells
    introduction = cells.pop(0).source if cells and cells[0].cell_type == "markdown" else f"# {name}"
    for cell in (cell for cell in cells if cell.cell_type == "code"):
        alt = alts.get(f"{name}-{cell.metadata.get('name')}".replace("/", "-"), "")
        cell.outputs = [_readable(output, alt) for output in cell.outputs]
    first = v4.new_markdown_cell(f"{introduction}\n\n---\n\n{card}", id="ficha")
    second = v4.new_code_cell(setup, id="preparo")
    second.metadata = nbformat.from_dict({"cellView": "form", "jupyter": {"source_hidden": True}, "tags": ["preparo"]})
    notebook.cells = [first, second, *cells]
    # Number the cells as if a student had run all of them from the top.
    for count, cell in enumerate((c for c in notebook.cells if c.cell_type == "code"), 1):
        cell.execution_count = count
        for output in cell.outputs:
            if output.output_type == "execute_result":
                output.execution_count = count
    nbformat.validate(notebook)
    return notebook


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


def _card(snippet: Snippet, deck: Deck, wanted: dict[str, str], data: Iterable[str]) -> str:
    """Return the text of the first cell about a snippet: its slides and its requirements."""
    address = f"{deck.course.site or '../' * (1 + snippet.name.count('/'))}deck.html"
    lines = []
    for part in deck.parts:
        if slides := _slides(snippet.name, part, deck):
            links = ", ".join(f"[{slide}]({address}#{slide})" for slide in slides)
            plural = "s" if len(slides) > 1 else ""
            lines.append(f"- **Onde está no curso:** parte {part.number}, “{part.title}”, slide{plural} {links}")
    lines.append(f"- **Curso:** [{deck.course.title}]({address})")
    if wanted:
        pins = " ".join(f"{package}=={number}" for package, number in wanted.items())
        python = f"{sys.version_info.major}.{sys.version_info.minor}"
        lines += [f"- **Precisa de:** Python {python} ou mais novo e destes pacotes, nas versões testadas:", ""]
        lines += ["  ```", f"  pip install {pins}", "  ```", ""]
    if data:
        names = ", ".join(f"`{name}`" for name in data)
        lines.append(f"- **Dados:** {names}; se o arquivo não estiver na pasta, a primeira célula de código o cria")
    lines.append(
        "- Os resultados que você vê são os dos slides. Rode tudo, de cima para baixo, e compare:"
        " em outro processador, a última casa pode mudar"
    )
    return "\n".join(lines)


def _slides(snippet: str, part: Part, deck: Deck) -> list[int]:
    return sorted({block.slide for block in deck.placements_in(part) if block.snippet == snippet})


def _style(text: str) -> dict[str, str]:
    """Return the settings of a matplotlib style for a notebook: without the deck's font, with a white background."""
    pairs = (line.split(":", 1) for line in text.splitlines() if ":" in line and not line.startswith("#"))
    style = {key.strip(): value.strip() for key, value in pairs}
    return {key: value for key, value in style.items() if key not in _NOT_IN_NOTEBOOKS} | {"figure.facecolor": "white"}


def _setup(wanted: dict[str, str], style: dict[str, str], data: dict[str, bytes]) -> str:
    """Return the code that gives a notebook the same conditions as the slides."""
    settings = {key: value for key, value in SETTINGS.items() if key not in _NOT_FOR_STUDENTS}
    lines = [
        "# @title Preparação: as mesmas condições dos slides",
        "import os",
        "",
        "# Antes de importar o TensorFlow: um processador só, contas na mesma ordem.",
        f"os.environ.update({_dictionary(settings)})",
    ]
    if "tensorflow" in wanted:
        lines += [
            "",
            "import tensorflow as tf",
            "",
            "# Em um notebook, o TensorFlow escreveria avisos entre os resultados.",
            'tf.get_logger().setLevel("ERROR")',
        ]
    if "matplotlib" in wanted:
        lines += [
            "",
            "# O estilo das figuras, sem avisos sobre pesos que a fonte não tem.",
            "import logging",
            "",
            "import matplotlib.pyplot as plt",
            "from matplotlib_inline.backend_inline import set_matplotlib_formats",
            "",
            'logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)',
            'set_matplotlib_formats("svg", bbox_inches=None)',
            f"plt.rcParams.update({_dictionary(style)})",
        ]
    for name, content in data.items():
        packed = base64.b85encode(zlib.compress(content, 9)).decode()
        chunks = "\n".join(f'    b"{chunk}"' for chunk in textwrap.wrap(packed, 100, break_on_hyphens=False))
        lines += [
            "",
            f"# O arquivo {name}, para quem baixou só este notebook.",
            "import base64",
            "import zlib",
            "from pathlib import Path",
            "",
            f'if not Path("{name}").exists():',
            f'    Path("{name}").parent.mkdir(parents=True, exist_ok=True)',
            "    texto = (",
            textwrap.indent(chunks, "    "),
            "    )",
            f'    Path("{name}").write_bytes(zlib.decompress(base64.b85decode(texto)))',
        ]
    return "\n".join(lines)


def _dictionary(values: dict[str, str]) -> str:
    inner = "\n".join(f"    {json.dumps(key)}: {json.dumps(value)}," for key, value in values.items())
    return f"{{\n{inner}\n}}"
