"""Make the front page of the published folder: one HTML file, with everything it shows inside it."""

from __future__ import annotations

import base64
import hashlib
import io
import platform
import re
from importlib import metadata
from pathlib import Path

import jinja2

from engine.core import install
from engine.core.browser import Browser
from engine.core.fonts import truetype_fonts
from engine.formats.csp import sealed
from engine.formats.notebooks import Material
from engine.formats.pictures import take_pictures
from engine.slides import portuguese
from engine.slides.deck import Deck
from engine.slides.links import NOTEBOOKS, colab
from engine.slides.parts import Part

_TEMPLATE = Path(__file__).with_name("site.html.j2")
_THUMBNAIL = (416, 234)
_TOLD = {"python": "Python", "keras": "Keras", "tensorflow": "TensorFlow", "scikit-learn": "scikit-learn"}
# What can be downloaded: file, what it is, what it is good for.
_DOWNLOADS = [
    ("deck.html", "Slides para apresentar", "um arquivo só, abre em qualquer navegador, sem rede"),
    ("deck.pdf", "Slides em PDF", "um slide por página, com as notas como comentários"),
    ("apostila.pdf", "Apostila em PDF", "cada slide com as notas abaixo, em A4, para ler e imprimir"),
    ("notebooks.zip", "Todos os notebooks", "com os dados e a lista das versões testadas"),
    ("deck.pptx", "Slides em PowerPoint", "cada slide é uma imagem; as notas são texto"),
    ("notas.md", "Notas de quem apresenta", "o que dizer em cada slide, em texto"),
]


def make_site(
    deck_html: Path, material: Material, files: dict[str, bytes], commit: tuple[str, str], browser: Browser
) -> bytes:
    """Return ``index.html``.

    Args:
        deck_html: the slides, of which some are shown small.
        material: the deck and what is behind it.
        files: what this build made, by path beside ``index.html``; only this is offered.
        commit: short name and date of the commit that was built; empty when there is none.
        browser: what takes the pictures.
    """
    deck, course = material.deck, material.course
    shown = {part.file: _telling_slide(part, deck) for part in deck.parts}
    shots = take_pictures(deck_html, browser, shown.values())
    thumbnails = [_thumbnail(shot) for shot in shots]
    versions = {"python": platform.python_version()}
    versions |= {name: metadata.version(name) for name in _TOLD if f"\n{name}==" in material.lock}
    parts = [
        {"part": part, "slide": shown[part.file], "thumbnail": image, "notebooks": _notebooks(part, material, files)}
        for part, image in zip(deck.parts, thumbnails, strict=True)
    ]
    name, date = commit
    page = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    page.globals = {
        "course": course,
        "parts": parts,
        "slides": len(deck.slides),
        "snippets": len(material.snippets),
        "downloads": [(f, what, why, _size(len(files[f]))) for f, what, why in _DOWNLOADS if f in files],
        "versions": [(label, versions[key]) for key, label in _TOLD.items() if key in versions],
        "commit": name,
        "date": "/".join(reversed(date.split("-"))),
        "lock": hashlib.sha256(material.lock.encode()).hexdigest()[:16],
    }
    template = page.from_string(_TEMPLATE.read_text("utf-8"))
    letters = template.render(fonts=[])
    return sealed(template.render(fonts=_fonts(letters))).encode()


def _telling_slide(part: Part, deck: Deck) -> int:
    """Return the first slide of a part that shows a figure; without one, its first slide."""
    numbers = {slide.number for slide in part.slides}
    return next((b.slide for b in deck.shown if b.kind == "figure" and b.slide in numbers), part.first_slide)


def _notebooks(part: Part, material: Material, files: dict[str, bytes]) -> list[dict[str, str]]:
    """Return the notebooks that belong to the part where they are first shown."""
    deck, repository = material.deck, material.course.repository
    first = {}
    for block in sorted(deck.shown, key=lambda block: block.slide):
        first.setdefault(block.snippet, block.slide)
    numbers = {slide.number for slide in part.slides}
    return [
        {
            "name": name,
            "title": _title(material, name),
            "file": f"{NOTEBOOKS}/{name}.ipynb",
            "colab": colab(name, repository) if repository else "",
        }
        for name, slide in first.items()
        if slide in numbers and f"{NOTEBOOKS}/{name}.ipynb" in files
    ]


def _title(material: Material, name: str) -> str:
    heading = re.search(r"^# (.+)$", material.results[name].cells[0].source, re.M)
    return heading.group(1).replace("`", "") if heading else name


def _thumbnail(shot: bytes) -> str:
    from PIL import Image

    out = io.BytesIO()
    small = Image.open(io.BytesIO(shot)).convert("RGB").resize(_THUMBNAIL, Image.Resampling.LANCZOS)
    small.save(out, "WEBP", quality=62, method=6)
    return f"data:image/webp;base64,{base64.b64encode(out.getvalue()).decode()}"


def _fonts(text: str) -> list[tuple[int, str]]:
    """Return weight and data URI of the theme's font, with only the letters that the page has."""
    from fontTools import subset

    folder = truetype_fonts(install.NODE_MODULES, install.ROOT / ".cache" / "fonts")
    fonts = []
    for weight, name in ((400, "IBMPlexSans-Regular"), (600, "IBMPlexSans-SemiBold")):
        options = subset.Options(flavor="woff", recalc_timestamp=False, layout_features=["kern", "liga"])
        font = subset.load_font(folder / f"{name}.ttf", options)
        subsetter = subset.Subsetter(options)
        subsetter.populate(text=text)
        subsetter.subset(font)
        out = io.BytesIO()
        subset.save_font(font, out, options)
        fonts.append((weight, f"data:font/woff;base64,{base64.b64encode(out.getvalue()).decode()}"))
    return fonts


def _size(count: int) -> str:
    """Return a number of bytes as people say it."""
    if count < 1_000_000:
        return f"{portuguese.number(max(1, round(count / 1000)))} kB"
    return f"{portuguese.number(count / 1_000_000, digits=1)} MB"
