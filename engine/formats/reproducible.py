"""Take out of files what differs from build to build: the same deck gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf

from engine.core.files import ZIP_EPOCH

_EPOCH = "D:19700101000000Z"
_WHEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def finish_pdf(pdf: bytes, folder: Path, edit: Callable[[pikepdf.Pdf], None]) -> bytes:
    """Return a PDF, edited, without the time and the place that it was made at.

    Args:
        pdf: the PDF.
        folder: where it was made; links to files below it become relative, for the folder that people copy.
        edit: what else is to be changed in it.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        edit(document)
        here = folder.resolve().as_uri() + "/"
        for note in (note for page in document.pages for note in page.get("/Annots", [])):
            action: Any = note.get("/A", pikepdf.Dictionary())
            address = str(action.get("/URI", ""))
            if address.startswith(here):
                action["/URI"] = pikepdf.String("./" + address.removeprefix(here))
        for key in ("/CreationDate", "/ModDate"):
            if key in document.docinfo:
                document.docinfo[key] = _EPOCH
        if "/ID" in document.trailer:
            del document.trailer["/ID"]
        out = io.BytesIO()
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def reproducible_pptx(pptx: bytes) -> bytes:
    """Return a PPTX without the time that it was made at."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(pptx)) as made, zipfile.ZipFile(out, "w") as archive:
        for entry in made.infolist():
            content = made.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _WHEN.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", content)
            # Pictures are compressed already; the rest is small.
            packed = zipfile.ZIP_STORED if entry.filename.endswith(".png") else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(entry.filename, ZIP_EPOCH), content, packed)
    return out.getvalue()


def zipped(files: dict[str, bytes]) -> bytes:
    """Return a zip of files by name: no date, no owner, in order of their names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(files.items()):
            info = zipfile.ZipInfo(name, ZIP_EPOCH)
            info.external_attr = 0o644 << 16
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
