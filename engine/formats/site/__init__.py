"""Make the front page of the published folder: one self-contained HTML file."""

import base64
import hashlib
import io
import platform
import re
from pathlib import Path
from typing import Any

from fontTools import subset
from PIL import Image

from engine.core.fonts import truetype_fonts
from engine.core.install import installed_version, locked_packages
from engine.core.paths import PYTHON_LOCK
from engine.formats.context import FormatContext, add_csp, template
from engine.formats.plans import plans
from engine.slides.deck import Deck
from engine.slides.links import NOTEBOOKS, colab
from engine.slides.parts import Part
from engine.slides.portuguese import number

_TEMPLATE = Path(__file__).with_name("site.html.j2")
_THUMBNAIL = (416, 234)
_VERSIONS = {"keras": "Keras", "tensorflow": "TensorFlow", "scikit-learn": "scikit-learn"}


def site(context: FormatContext) -> dict[str, bytes]:
    """Return ``index.html``, which links to the files that exist."""
    deck, made = context.deck, plans(context)
    files = context.files | made
    # Of each part, the first slide that shows a figure, else the first one.
    covers = [next((b.slide for b in deck.placements_in(p) if b.mark == "figure"), p.first_slide) for p in deck.parts]
    parts = [
        {"part": part, "slide": slide, "thumbnail": _thumbnail(shot), "notebooks": _notebooks(part, deck, files)}
        for part, slide, shot in zip(deck.parts, covers, context.pictures(covers), strict=True)
    ]
    versions = [("Python", platform.python_version())]
    versions += [(label, installed_version(name)) for name, label in _VERSIONS.items() if name in locked_packages()]
    shown: dict[str, Any] = {
        "course": deck.course,
        "parts": parts,
        "slides": len(deck.slides),
        "snippets": len(deck.snippets),
        "sizes": {file: _size(len(content)) for file, content in files.items()},
        "versions": versions,
        "commit": context.commit[0],
        "date": "/".join(reversed(context.commit[1].split("-"))),
        "cover": _cover(deck),
        "lock": hashlib.sha256(PYTHON_LOCK.read_bytes()).hexdigest()[:16],
    }
    page = template(_TEMPLATE)
    letters = page.render(shown, fonts=[])
    return made | {"index.html": add_csp(page.render(shown, fonts=_fonts(letters))).encode()}


def _cover(deck: Deck) -> str:
    """Return the figure of the first slide as a data URI; an empty string without one."""
    if not any((block.slide, block.mark) == (1, "figure") for block in deck.placements):
        return ""
    picture = next(iter(deck.images.values()))  # they are in the order of the words that show them
    return f"data:image/svg+xml;base64,{base64.b64encode(picture).decode()}"


def _notebooks(part: Part, deck: Deck, files: dict[str, bytes]) -> list[dict[str, Any]]:
    """Return the notebooks of a part: those whose snippet is first shown in it."""
    repository = deck.course.repository
    first: dict[str, int] = {}
    for block in sorted(deck.placements, key=lambda block: block.slide):
        first.setdefault(block.snippet, block.slide)
    notebooks = []
    for name in (name for name, slide in first.items() if deck.part_of(slide) is part):
        if (file := f"{NOTEBOOKS}/{name}.ipynb") in files:
            heading = re.search(r"^# (.+)$", deck.results[name].cells[0].source, re.M)
            title = heading.group(1).replace("`", "") if heading else name
            link = repository and colab(name, repository)
            notebooks.append({"name": name, "title": title, "file": file, "colab": link})
    return notebooks


def _thumbnail(shot: bytes) -> str:
    out = io.BytesIO()
    small = Image.open(io.BytesIO(shot)).convert("RGB").resize(_THUMBNAIL, Image.Resampling.LANCZOS)
    small.save(out, "WEBP", quality=62, method=6)
    return f"data:image/webp;base64,{base64.b64encode(out.getvalue()).decode()}"


def _fonts(text: str) -> list[tuple[int, str]]:
    """Return the weight and the data URI of each font of the theme, with only the characters of the page."""
    folder = truetype_fonts()
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
    """Return a number of bytes as human-readable text."""
    return f"{number(count / 1e6, 1)} MB" if count >= 1e6 else f"{number(max(1.0, count / 1e3), 0)} kB"
