"""The slides in the formats that Marp and the browser make, without what differs between two builds of a deck."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pikepdf
from PIL import Image, ImageDraw, ImageFont

from engine.core.files import ZIP_EPOCH
from engine.core.fonts import truetype_fonts
from engine.formats.context import FormatContext
from engine.slides.parts import Part

_EPOCH = "D:19700101000000Z"
_NODE = re.compile(r"node\d{8}")
_WHEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_COLUMNS, _WIDTH, _GAP, _HEAD = 5, 384, 12, 40


def html(context: FormatContext) -> dict[str, bytes]:
    """Return ``deck.html``, one file that makes no network requests."""
    return {"deck.html": context.html}


def pdf(context: FormatContext) -> dict[str, bytes]:
    """Return ``deck.pdf``, one slide per page."""
    titles = context.deck.titles
    made = finish_pdf(context.marp["pdf"], context.stage, lambda document: set_outline_titles(document, titles))
    return {"deck.pdf": made}


def set_outline_titles(document: pikepdf.Pdf, titles: list[str | None]) -> None:
    """Set the full title of each page in the outline, because browsers omit the emphasized text of a title."""
    number = {page.objgen: index for index, page in enumerate(document.pages)}
    remaining = dict(enumerate(titles))

    def set_titles(items: list[pikepdf.OutlineItem]) -> None:
        for item in items:
            page: Any = item.destination[0] if isinstance(item.destination, pikepdf.Array) else None
            if page is not None and (title := remaining.pop(number[page.objgen], None)):
                item.title = title
            set_titles(item.children)

    with document.open_outline() as outline:
        set_titles(outline.root)


def finish_pdf(pdf: bytes, folder: Path, edit: Callable[[pikepdf.Pdf], None]) -> bytes:
    """Return an edited PDF without the time and the folder of its creation.

    Links to files in this folder become relative, so that the output folder can be copied.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        edit(document)
        here = unquote(folder.resolve().as_uri()) + "/"  # browsers and Python quote different characters
        for note in (note for page in document.pages for note in page.get("/Annots", [])):
            action: Any = note.get("/A", pikepdf.Dictionary())
            address = str(action.get("/URI", ""))
            if unquote(address).startswith(here):
                action["/URI"] = pikepdf.String("./" + quote(unquote(address).removeprefix(here), safe="/#"))
        for key in ("/CreationDate", "/ModDate"):
            if key in document.docinfo:
                document.docinfo[key] = _EPOCH
        nodes = [found for entry in document.objects for found in _nodes(entry)]
        names = {name: f"node{number:08d}" for number, name in enumerate(sorted({name for _, _, name in nodes}))}
        for holder, key, name in nodes:
            holder[key] = pikepdf.String(names[name])
        if "/ID" in document.trailer:
            del document.trailer["/ID"]
        out = io.BytesIO()
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _nodes(holder: Any) -> Iterator[tuple[Any, Any, str]]:
    """Yield where an object has the name of a node of the page, which Chromium counts from another number each time."""
    is_dictionary = isinstance(holder, pikepdf.Dictionary)
    if is_dictionary or isinstance(holder, pikepdf.Array):
        for key, value in holder.items() if is_dictionary else enumerate(holder):
            if isinstance(value, pikepdf.String) and _NODE.fullmatch(str(value)):
                yield holder, key, str(value)
            elif isinstance(value, pikepdf.Object) and not value.is_indirect:
                yield from _nodes(value)


def pptx(context: FormatContext) -> dict[str, bytes]:
    """Return ``deck.pptx``: each slide is a picture, its notes are text."""
    return {"deck.pptx": reproducible_pptx(context.marp["pptx"])}


def reproducible_pptx(pptx: bytes) -> bytes:
    """Return a PPTX without the time of its creation."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(pptx)) as made, zipfile.ZipFile(out, "w") as archive:
        for entry in made.infolist():
            content = made.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _WHEN.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", content)
            # Pictures are already compressed; the rest is small.
            packed = zipfile.ZIP_STORED if entry.filename.endswith(".png") else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(entry.filename, ZIP_EPOCH), content, packed)
    return out.getvalue()


def png(context: FormatContext) -> dict[str, bytes]:
    """Return the pictures (``png/001.png`` and so on) and ``contact.png``."""
    deck = context.deck
    shots = list(context.screenshots(slide.number for slide in deck.slides))
    files = {f"png/{number:03d}.png": shot for number, shot in enumerate(shots, 1)}
    return files | {"contact.png": contact_sheet(shots, deck.parts, truetype_fonts() / "IBMPlexSans-SemiBold.ttf")}


def contact_sheet(shots: list[bytes], parts: list[Part], font: Path) -> bytes:
    """Return one PNG with thumbnails of all slides, in rows by part."""
    height = _WIDTH * 9 // 16
    letters = ImageFont.truetype(str(font), 22)
    rows = [-(-len(part.slides) // _COLUMNS) for part in parts]
    size = (_COLUMNS * (_WIDTH + _GAP) + _GAP, sum(rows) * (height + _GAP) + len(parts) * _HEAD + _GAP)
    sheet = Image.new("RGB", size, "#d5dae1")
    draw = ImageDraw.Draw(sheet)
    top = _GAP
    for part, count in zip(parts, rows, strict=True):
        draw.text((_GAP, top + 4), f"{part.number}  {part.title}", fill="#1b1f27", font=letters)
        top += _HEAD
        for place, slide in enumerate(part.slides):
            row, column = divmod(place, _COLUMNS)
            shot = Image.open(io.BytesIO(shots[slide.number - 1])).convert("RGB")
            small = shot.resize((_WIDTH, height), Image.Resampling.LANCZOS)
            sheet.paste(small, (_GAP + column * (_WIDTH + _GAP), top + row * (height + _GAP)))
        top += count * (height + _GAP)
    out = io.BytesIO()
    sheet.save(out, "PNG", optimize=True)
    return out.getvalue()
