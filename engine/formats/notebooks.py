"""Turn results into the notebooks that students take home: each stands alone, and says which slides it belongs to.

A result of the store is an executed notebook already. Here it gets a first cell in Portuguese, the conditions that the
slides were made under, its data files inside, and figures that a notebook shows before anyone trusts it.
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
# Set for a whole process, before Python starts, or of no use on another machine.
_NOT_FOR_STUDENTS = {"LC_ALL", "PYTHONHASHSEED", "SOURCE_DATE_EPOCH", "TZ"}
# The deck's font is not on a student's machine, and the rest is about the file that a slide takes in.
_NOT_IN_NOTEBOOKS = {"font.family", "svg.fonttype", "svg.hashsalt"}


def make(context: FormatContext) -> dict[str, bytes]:
    """Return every file of the notebooks: each notebook, the data, the versions, and a zip of all of them."""
    return export_notebooks(context.deck, context.paths.style.read_text("utf-8"))


def export_notebooks(deck: Deck, style: str) -> dict[str, bytes]:
    """Return every file of the notebooks by path relative to the deck; the same deck gives the same bytes.

    Args:
        deck: the rendered deck, which knows what each slide shows.
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

    The lock may pin several versions of a package, one for each Python; what ran is what is installed.

    Args:
        snippet: what imports.
        locked: the packages of the lock.
    """
    modules = {name.split(".")[0] for name in snippet.imports} - sys.stdlib_module_names
    if "keras" in modules:
        modules.add("tensorflow")  # what Keras computes with
    packages: set[str] = set()
    for module in modules:
        packages.update([module] if module in locked else packages_distributions().get(module, []))
    return {package: version(package) for package in sorted(packages & locked)}


def _export(
    result: nbformat.NotebookNode, name: str, card: str, setup: str, alts: dict[str, str]
) -> nbformat.NotebookNode:
    """Return a result as a student gets it.

    Args:
        result: the executed notebook.
        name: of the snippet.
        card: what the first cell says below the introduction.
        setup: the code of the second cell.
        alts: the alt text of each figure by the name of its file.
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
    # Numbered as a student who runs everything from the top would see it.
    for count, cell in enumerate((c for c in notebook.cells if c.cell_type == "code"), 1):
        cell.execution_count = count
        for output in cell.outputs:
            if output.output_type == "execute_result":
                output.execution_count = count
    nbformat.validate(notebook)
    return notebook


def _readable(output: nbformat.NotebookNode, alt: str) -> nbformat.NotebookNode:
    """Return an output as Jupyter shows it at once: it shows no SVG of a notebook that it does not trust yet."""
    if "data" not in output:
        return output
    data = {kind: value for kind, value in output.data.items() if kind not in (SVG, TABLE)}
    if SVG in output.data:
        svg = re.sub(r"'IBM Plex (Sans|Mono)'", r"'IBM Plex \1', Arial, sans-serif", output.data[SVG])
        # White behind the figure, for those who read on a dark screen.
        svg = re.sub(r"<svg\b", '<svg style="background:#fff"', svg, count=1)
        source = base64.b64encode(svg.encode()).decode()
        escaped = alt.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
        data["text/html"] = f'<img alt="{escaped}" src="data:{SVG};base64,{source}">'
    output.data = nbformat.from_dict(data)
    return output


def _card(snippet: Snippet, deck: Deck, wanted: dict[str, str], data: Iterable[str]) -> str:
    """Return what the first cell says of a snippet: where it belongs, what it needs."""
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
    """Return the settings of a matplotlib style for a notebook: its own font, a white background."""
    pairs = (line.split(":", 1) for line in text.splitlines() if ":" in line and not line.startswith("#"))
    style = {key.strip(): value.strip() for key, value in pairs}
    return {key: value for key, value in style.items() if key not in _NOT_IN_NOTEBOOKS} | {"figure.facecolor": "white"}


def _setup(wanted: dict[str, str], style: dict[str, str], data: dict[str, bytes]) -> str:
    """Return the code that makes a notebook run under the conditions of the slides."""
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
