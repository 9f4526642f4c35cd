"""The slides in the formats that the browser makes, without what differs between two builds of a deck."""

import io
import itertools
import re
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pikepdf
from PIL import Image

from engine.core.files import zipped
from engine.formats.context import FormatContext
from engine.slides.parts import slide_texts

_NOTE: dict[str, Any] = {"Rect": [0, 20, 20, 20], "C": [1, 0.92, 0.42], "CA": 0.25}  # pale, in the corner
_NODE = re.compile(r"node\d{8}")
_COLUMNS, _THUMBNAIL, _GAP = 5, (384, 216), 12


def html(context: FormatContext) -> dict[str, bytes]:
    """Return ``deck.html``, one file that makes no network requests."""
    return {"deck.html": context.html.encode()}


def pdf(context: FormatContext) -> dict[str, bytes]:
    """Return ``deck.pdf``, one slide per page."""
    return {"deck.pdf": finish_pdf(context.printed.result(), context.stage, partial(_finish, context))}


def _finish(context: FormatContext, document: pikepdf.Pdf) -> None:
    """Add what a browser does not write to the PDF: an outline by part, who made it, and the notes."""
    course, titles = context.deck.course, context.deck.titles
    with document.open_outline() as outline:
        for part in context.deck.parts:
            places = (slide.number - 1 for slide in part.slides)
            first, *others = (pikepdf.OutlineItem(titles[place] or f"{place + 1}", place) for place in places)
            first.children = others
            outline.root.append(first)
    about = {"/Title": course.title, "/Author": course.author, "/Subject": course.description}
    for key, text in about.items():
        document.docinfo[key] = text
    for number, page in enumerate(document.pages, 1):
        if text := "\n\n".join(context.notes.get(number, [])):
            note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Contents=text, **_NOTE)
            page.Annots = [*page.get("/Annots", []), document.make_indirect(note)]


def finish_pdf(pdf: bytes, folder: Path, edit: Callable[[pikepdf.Pdf], None]) -> bytes:
    """Return an edited PDF, without the time of its creation, and with relative links to files in its folder."""
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
                document.docinfo[key] = "D:19700101000000Z"
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
    """Return ``deck.pptx``: each slide is a picture, with a title and its text for who can't see it; notes are text."""
    from pptx import Presentation, util  # here: it takes a tenth of a second, and most builds make none
    from pptx.opc.packuri import PackURI
    from pptx.parts import image

    deck, out = context.deck, io.BytesIO()
    show = Presentation()
    show.slide_width, show.slide_height = util.Inches(13.333), util.Inches(7.5)
    package, count = show.part.package, itertools.count(2)
    vars(package).update(  # each of these compares a new part to all others, over and over
        next_partname=lambda form: PackURI(form % next(count)),
        next_image_partname=lambda ext: PackURI(f"/ppt/media/image{next(count)}.{ext}"),
        get_or_add_image_part=lambda file: image.ImagePart.new(package, image.Image.from_file(file)),
    )
    show.core_properties.title, show.core_properties.author = deck.course.title, deck.course.author
    pictures = context.pictures([slide.number for slide in deck.slides])
    for slide, title, text, picture in zip(deck.slides, deck.titles, slide_texts(deck.markdown), pictures, strict=True):
        page = show.slides.add_slide(show.slide_layouts[5])  # a title only, which the picture covers
        page.shapes.title.text = title or f"Slide {slide.number}"
        shown = page.shapes.add_picture(io.BytesIO(picture), 0, 0, show.slide_width, show.slide_height)
        alts = [page.shapes.title.text, *re.findall(r"!\[((?:\\.|[^\]\\])*)\]", text)]
        shown._element.nvPicPr.cNvPr.set("descr", ". ".join(alts))
        page.notes_slide.notes_text_frame.text = "\n\n".join(context.notes.get(slide.number, []))
    show.save(out)
    with zipfile.ZipFile(out) as archive:
        return {"deck.pptx": zipped({name: archive.read(name) for name in archive.namelist()})}


def png(context: FormatContext) -> dict[str, bytes]:
    """Return the pictures (``png/001.png`` and so on) and ``contact.png``."""
    shots = context.pictures([slide.number for slide in context.deck.slides])
    files = {f"png/{number:03d}.png": shot for number, shot in enumerate(shots, 1)}
    return files | {"contact.png": contact_sheet(shots)}


def contact_sheet(shots: list[bytes]) -> bytes:
    """Return one PNG with thumbnails of all slides, in rows of `_COLUMNS`."""
    width, height = _THUMBNAIL
    rows, out = -(-len(shots) // _COLUMNS), io.BytesIO()
    sheet = Image.new("RGB", (_COLUMNS * (width + _GAP) + _GAP, rows * (height + _GAP) + _GAP), "#d5dae1")
    for place, shot in enumerate(shots):
        row, column = divmod(place, _COLUMNS)
        small = Image.open(io.BytesIO(shot)).convert("RGB").resize(_THUMBNAIL, Image.Resampling.LANCZOS, reducing_gap=2)
        sheet.paste(small, (_GAP + column * (width + _GAP), _GAP + row * (height + _GAP)))
    sheet.save(out, "PNG")
    return out.getvalue()
