"""Take a picture of every slide, and put all of them on one sheet to look over."""

from __future__ import annotations

import io
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from engine.core.browser import Browser, load_fonts, opened
from engine.slides.parts import Part

_COLUMNS, _WIDTH, _GAP, _HEAD = 5, 384, 12, 40


def take_pictures(html: Path, browser: Browser, numbers: Iterable[int]) -> list[bytes]:
    """Return a PNG of 1280 x 720 of each of some slides.

    Args:
        html: the deck.
        browser: what opens it.
        numbers: which slides, from 1.
    """
    with opened(browser) as context:
        page = context.new_page()
        page.goto(html.resolve().as_uri())
        load_fonts(page)
        # The buttons that the player shows for some seconds are no part of a slide.
        page.evaluate("document.querySelectorAll('.bespoke-marp-osc').forEach(e => { e.style.display = 'none' })")
        shots = []
        for number in numbers:
            page.goto(f"{html.resolve().as_uri()}#{number}")
            page.wait_for_selector(f".bespoke-marp-active section[data-marpit-pagination='{number}']")
            page.evaluate("document.fonts.ready")
            shots.append(page.screenshot())
    return shots


def contact_sheet(shots: list[bytes], parts: list[Part], font: Path) -> bytes:
    """Return one PNG with all slides, small, in rows by part.

    Args:
        shots: a PNG of each slide.
        parts: the parts, in order.
        font: a TrueType file for the titles of the parts.
    """
    from PIL import Image, ImageDraw, ImageFont

    height = _WIDTH * 9 // 16
    letters = ImageFont.truetype(str(font), 22)
    owner = [part for part in parts for _ in part.slides]
    groups = [(part, list(numbers)) for part, numbers in groupby(range(len(shots)), key=lambda n: owner[n])]
    rows = sum(-(-len(numbers) // _COLUMNS) for _, numbers in groups)
    size = (_COLUMNS * (_WIDTH + _GAP) + _GAP, rows * (height + _GAP) + len(groups) * _HEAD + _GAP)
    sheet = Image.new("RGB", size, "#d5dae1")
    draw = ImageDraw.Draw(sheet)
    top = _GAP
    for part, numbers in groups:
        draw.text((_GAP, top + 4), f"{part.number}  {part.title}", fill="#1b1f27", font=letters)
        top += _HEAD
        for place, number in enumerate(numbers):
            row, column = divmod(place, _COLUMNS)
            small = (
                Image.open(io.BytesIO(shots[number])).convert("RGB").resize((_WIDTH, height), Image.Resampling.LANCZOS)
            )
            sheet.paste(small, (_GAP + column * (_WIDTH + _GAP), top + row * (height + _GAP)))
        top += -(-len(numbers) // _COLUMNS) * (height + _GAP)
    out = io.BytesIO()
    sheet.save(out, "PNG", optimize=True)
    return out.getvalue()
