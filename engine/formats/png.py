"""A picture of every slide, and a contact sheet of all slides."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from engine.core.fonts import truetype_fonts
from engine.formats.context import FormatContext
from engine.slides.parts import Part

_COLUMNS, _WIDTH, _GAP, _HEAD = 5, 384, 12, 40


def make(context: FormatContext) -> dict[str, bytes]:
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
