"""Turn results into the notebooks that students take home: each stands alone, and says which slides it belongs to.

A result of the store is an executed notebook already. Here it gets a first cell in Portuguese, the conditions that the
slides were made under, its data files inside, and figures that a notebook shows before anyone trusts it.
"""

from __future__ import annotations

import ast
import base64
import copy
import io
import json
import re
import sys
import textwrap
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import packages_distributions, version

import nbformat
from nbformat import v4

from engine.slides.deck import Deck
from engine.slides.links import NOTEBOOKS
from engine.slides.parts import Course, Part
from engine.snippets.execute import SETTINGS
from engine.snippets.read import Snippet

_SVG, _TABLE = "image/svg+xml", "application/vnd.dataresource+json"
_ALT = re.compile(r"!\[((?:\\.|[^\]\\])*)\]\(figures/([^)]+)\.svg\)")
_PINNED = re.compile(r"^([\w.-]+)==", re.M)
# Set for a whole process, before Python starts, or of no use on another machine.
_NOT_FOR_STUDENTS = {"LC_ALL", "PYTHONHASHSEED", "SOURCE_DATE_EPOCH", "TZ"}
# The deck's font is not on a student's machine, and the rest is about the file that a slide takes in.
_NOT_IN_NOTEBOOKS = {"font.family", "svg.fonttype", "svg.hashsalt"}
_DATED = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Material:
    """What the notebooks of a deck are made from.

    Args:
        deck: the rendered deck, which knows what each slide shows.
        course: what is said once about the whole deck.
        results: the executed notebook of each snippet.
        snippets: every snippet by name.
        data: the data files that each snippet read, relative to its folder.
        lock: the text of ``requirements.lock``, the tested versions.
        style: the text of the matplotlib style.
    """

    deck: Deck
    course: Course
    results: dict[str, nbformat.NotebookNode]
    snippets: dict[str, Snippet]
    data: dict[str, list[str]]
    lock: str
    style: str


def export_notebooks(material: Material) -> dict[str, bytes]:
    """Return every file of the notebooks: each notebook, the data, the versions, and a zip of all of them.

    Args:
        material: see `Material`.

    Returns:
        Files by path relative to the deck; the same material gives the same bytes.
    """
    pinned = set(_PINNED.findall(material.lock))
    alts = {name: re.sub(r"\\(.)", r"\1", alt) for alt, name in _ALT.findall(material.deck.markdown)}
    style = _style(material.style)
    files: dict[str, bytes] = {}
    needed: dict[str, str] = {}
    for name, snippet in material.snippets.items():
        wanted = requirements(snippet, pinned)
        needed |= wanted
        depth = name.count("/")
        home = snippet.path.parents[depth]
        data = {file: (home / file).read_bytes() for file in material.data[name]}
        beside = {"../" * depth + file: content for file, content in data.items()}
        notebook = _exported(snippet, material, wanted, beside, alts, style)
        files[f"{NOTEBOOKS}/{name}.ipynb"] = (nbformat.writes(notebook) + "\n").encode()
        for file, content in data.items():
            files[f"{NOTEBOOKS}/{file}"] = content
            for told in sorted((home / file).parent.glob("*.md")):
                files[f"{NOTEBOOKS}/{told.relative_to(home).as_posix()}"] = told.read_bytes()
    lines = ["# As versões com que os notebooks foram testados: pip install -r requirements.txt jupyterlab"]
    lines += [f"{package}=={number}" for package, number in sorted(needed.items())]
    files[f"{NOTEBOOKS}/requirements.txt"] = ("\n".join(lines) + "\n").encode()
    files[f"{NOTEBOOKS}.zip"] = _zipped(files)
    return files


def requirements(snippet: Snippet, pinned: set[str]) -> dict[str, str]:
    """Return the packages that a snippet imports, with the version of each that it ran with.

    The lock may pin several versions of a package, one for each Python; what ran is what is installed.

    Args:
        snippet: what imports.
        pinned: the packages of the lock.
    """
    modules = set()
    for cell in snippet.cells.values():
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.Import):
                modules |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                modules.add(node.module.split(".")[0])
    modules -= sys.stdlib_module_names
    if "keras" in modules:
        modules.add("tensorflow")  # what Keras computes with
    packages = set()
    for module in modules:
        packages.update([module] if module in pinned else packages_distributions().get(module, []))
    return {package: version(package) for package in sorted(packages & pinned)}


def _exported(
    snippet: Snippet,
    material: Material,
    wanted: dict[str, str],
    data: dict[str, bytes],
    alts: dict[str, str],
    style: dict[str, str],
) -> nbformat.NotebookNode:
    notebook = copy.deepcopy(material.results[snippet.name])
    notebook.metadata.pop("values", None)
    cells = notebook.cells
    introduction = cells.pop(0).source if cells and cells[0].cell_type == "markdown" else f"# {snippet.name}"
    for cell in cells:
        if cell.cell_type == "code":
            alt = alts.get(f"{snippet.name}-{cell.metadata.get('name')}".replace("/", "-"), "")
            cell.outputs = [_readable(output, alt) for output in cell.outputs]
            if any(output.output_type == "error" for output in cell.outputs):
                cell.metadata["tags"] = sorted({*cell.metadata.get("tags", []), "raises-exception"})
    card = v4.new_markdown_cell(_card(introduction, snippet, material, wanted, data), id="ficha")
    setup = v4.new_code_cell(_setup(wanted, style, data), id="preparo")
    setup.metadata = nbformat.from_dict({"cellView": "form", "jupyter": {"source_hidden": True}, "tags": ["preparo"]})
    notebook.cells = [card, setup, *cells]
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
    data = {kind: value for kind, value in output.data.items() if kind not in (_SVG, _TABLE)}
    if _SVG in output.data:
        svg = re.sub(r"'IBM Plex (Sans|Mono)'", r"'IBM Plex \1', Arial, sans-serif", output.data[_SVG])
        # White behind the figure, for those who read on a dark screen.
        svg = re.sub(r"<svg\b", '<svg style="background:#fff"', svg, count=1)
        source = base64.b64encode(svg.encode()).decode()
        escaped = alt.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
        data["text/html"] = f'<img alt="{escaped}" src="data:{_SVG};base64,{source}">'
    output.data = nbformat.from_dict(data)
    return output


def _card(introduction: str, snippet: Snippet, material: Material, wanted: dict[str, str], data: Iterable[str]) -> str:
    """Return the first cell: what it is, where it belongs, what it needs."""
    above = "../" * (1 + snippet.name.count("/"))
    deck = f"{material.course.site or above}deck.html"
    lines = [introduction, "", "---", ""]
    for part in material.deck.parts:
        slides = _slides(snippet.name, part, material.deck)
        if slides:
            links = ", ".join(f"[{slide}]({deck}#{slide})" for slide in slides)
            plural = "s" if len(slides) > 1 else ""
            lines.append(f"- **Onde está no curso:** parte {part.number}, “{part.title}”, slide{plural} {links}")
    lines.append(f"- **Curso:** [{material.course.title}]({deck})")
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
    numbers = {slide.number for slide in part.slides}
    return sorted({block.slide for block in deck.shown if block.snippet == snippet and block.slide in numbers})


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


def _zipped(files: dict[str, bytes]) -> bytes:
    """Return a zip of files, the same for the same files: no date, no owner, in order of their names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(files.items()):
            info = zipfile.ZipInfo(name, _DATED)
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()
