"""Remove from files what differs between builds, so that the same deck gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pikepdf

from engine.core.files import ZIP_EPOCH

_EPOCH = "D:19700101000000Z"
_NODE = re.compile(r"node\d{8}")
_WHEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def finish_pdf(pdf: bytes, folder: Path, edit: Callable[[pikepdf.Pdf], None]) -> bytes:
    """Return an edited PDF without the time and the folder of its creation.

    Args:
        pdf: the PDF.
        folder: where it was made; links to files in it become relative, so that the output folder can be copied.
        edit: a function that makes other changes to the PDF.
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


def zipped(files: dict[str, bytes]) -> bytes:
    """Return a zip archive of files by name, sorted by name, without dates and owners."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(files.items()):
            info = zipfile.ZipInfo(name, ZIP_EPOCH)
            info.external_attr = 0o644 << 16
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
