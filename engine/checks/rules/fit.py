"""Rules of layout: everything fits on the slide, nothing overlaps, no text is too small or too long."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from fontTools.ttLib import TTFont

from engine.checks.context import CheckContext, Finding
from engine.checks.page import Box, Figure, Label, SlideMeasure, Text
from engine.core.fonts import truetype_fonts
from engine.slides.figure import PIXELS_PER_INCH

# Maximum overflow of a box, in pixels, that is not visible.
TOLERANCE = 2
# Minimum font sizes in pixels on a slide of 720: 22 is legible from the last row of a classroom (a fortieth of the
# screen height, at a distance of eight heights); 18 for code, which is read closely only while it is discussed.
SIZES = {"body": 22, "code": 18, "figure": 14, "margin": 12}
CODE_COLUMNS, CODE_LINES = 72, 14
# A slide is presented in about a minute; at 130 words a minute, an audience reads longer text instead of listening.
WORDS, LINES = 110, 15
EMPTY = 1 / 3  # of the room below the title: what is left over is seen as a mistake
# Minimum size of a figure on its slide, relative to the size that it was drawn in: its text shrinks with it.
SCALE = 0.99
_SIDES = {"left": "on the left", "right": "on the right", "top": "at the top", "bottom": "at the bottom"}
_KINDS = {"body": "text", "code": "code", "margin": "text in the margin"}


def fit(context: CheckContext) -> Iterator[Finding]:
    """Find blocks that leave the slide, are clipped, or overlap another block, the slide number or the header."""
    for slide in context.page.slides:
        yield from _fit(slide, context)
        for order, figure in enumerate(slide["figures"]):
            for message in _figure_faults(figure):
                yield Finding(slide["number"], message, block=("figure", order))


def _fit(slide: SlideMeasure, context: CheckContext) -> Iterator[Finding]:
    number = slide["number"]
    top, right, bottom, left = slide["padding"]
    area = {"left": left, "top": top, "right": slide["width"] - right, "bottom": slide["height"] - bottom}
    things: list[tuple[str, Box, dict[str, Any]]] = []
    for block in slide["blocks"]:
        if not (box := block["box"]):
            continue
        where: dict[str, Any] = {"block": (block["mark"], block["number"]), "at": block["text"][:30]}
        placement = context.deck.placement(number, *where["block"])
        name = f"the {placement.word}" if placement else f'"{block["text"][:40]}"'
        out = {side: _beyond(box, area, side) for side in area}
        worst = max(out, key=lambda side: out[side])
        if out[worst] > TOLERANCE:
            message = f"{name} sticks out {_SIDES[worst]} by {out[worst]:.0f} px; shorten it or split the slide"
            yield Finding(number, message, **where)
            continue
        things.append((name, box, where))
        wide, high = block["clipped"]
        if max(wide, high) > TOLERANCE:
            amount = f"{wide:.0f} px too wide" if wide >= high else f"{high:.0f} px too high"
            yield Finding(number, f"{name} is {amount} for its place; shorten its lines or widen it", **where)
    things += [(name, box, {}) for name, box in slide["margins"]]
    for (name, box, where), (other, other_box, other_where) in combinations(things, 2):
        if (overlap := _overlap(box, other_box)) > TOLERANCE:
            message = f"{name} and {other} overlap by {overlap:.0f} px; move or shorten one"
            yield Finding(number, message, **(where or other_where))


def _figure_faults(figure: Figure) -> Iterator[str]:
    """Find a stretched figure, and text of a figure that is cut off or overlaps other text."""
    if abs(figure["ratio"] - 1) > 0.02:
        yield f"the picture is stretched ({figure['ratio']:.2f} of its own ratio of width to height); keep its ratio"
    if figure["labels"] and figure["scale"] < SCALE:
        wide = figure["box"]["right"] - figure["box"]["left"]
        remedy = f"draw it {wide / PIXELS_PER_INCH:.1f} inches wide"
        yield f"the figure is shrunk to {figure['scale']:.2f} of the size that it was drawn in; {remedy}"
    for label in figure["labels"]:
        out = max(_beyond(label["box"], figure["box"], side) for side in _SIDES)
        if out > 2 * TOLERANCE:
            yield f'the figure\'s text "{label["text"][:30]}" is cut off by {out:.0f} px; make room for it'
    for label, other in combinations(figure["labels"], 2):
        # The box of a character includes space above and below it, which may overlap invisibly.
        most = 0.35 * min(label["size"], other["size"])
        if _overlap(label["box"], other["box"]) > most and not (label["turned"] or other["turned"]):
            yield f'the figure\'s texts "{label["text"][:20]}" and "{other["text"][:20]}" overlap; move one'


def _beyond(box: Box, area: Box, side: str) -> float:
    return area[side] - box[side] if side in ("left", "top") else box[side] - area[side]


def _overlap(a: Box, b: Box) -> float:
    wide = min(a["right"], b["right"]) - max(a["left"], b["left"])
    high = min(a["bottom"], b["bottom"]) - max(a["top"], b["top"])
    return min(wide, high)


def space(context: CheckContext) -> Iterator[Finding]:
    """Find slides that are left empty below their last block, if the class ``sparse`` does not say that it is meant."""
    for slide in context.page.slides:
        boxes = [(block["mark"], block["box"]) for block in slide["blocks"] if block["box"]]
        if not boxes or {"part", "title", "sparse"} & {*slide["classes"]}:
            continue
        top = next((box["bottom"] for mark, box in boxes if mark == "h2"), slide["padding"][0])
        room = slide["height"] - slide["padding"][2] - top
        left = top + room - max(box["bottom"] for _, box in boxes)
        if left > EMPTY * room:
            remedy = "say more, join two slides, or write _class: sparse if it is meant"
            yield Finding(slide["number"], f"{left / room:.0%} of the room below the title is empty; {remedy}")


def legibility(context: CheckContext) -> Iterator[Finding]:
    """Find text that is too small, and slides with too much text."""
    for slide in context.page.slides:
        number = slide["number"]
        for kind, name in _KINDS.items():
            for text in _too_small([text for text in slide["texts"] if text["kind"] == kind], kind):
                shown, least = text["text"][:30], SIZES[kind]
                message = f'{name} of {text["size"]:.1f} px ("{shown}"), {least} is the least; enlarge it'
                yield Finding(number, message, at=shown)
        for order, figure in enumerate(slide["figures"]):
            for label in _too_small(figure["labels"], "figure"):
                has = f'the figure\'s text "{label["text"][:30]}" has {label["size"]:.1f} px'
                remedy = "draw it larger, or give the figure more room"
                message = f"{has}, {SIZES['figure']} is the least; {remedy}"
                yield Finding(number, message, block=("figure", order))
        yield from _amounts(slide, context)


def _too_small(texts: Sequence[Text | Label], kind: str) -> Iterator[Text | Label]:
    """Yield the smallest of some texts if it is smaller than a text of this kind may be."""
    least = min(texts, key=lambda text: text["size"], default=None)
    if least and least["size"] < SIZES[kind] - 0.05:
        yield least


def _amounts(slide: SlideMeasure, context: CheckContext) -> Iterator[Finding]:
    number, marks = slide["number"], [mark for mark, _ in slide["code"]]
    for place, (mark, lines) in enumerate(slide["code"]):
        block = (mark, marks[:place].count(mark))
        placement = context.deck.placement(number, *block)
        if placement and placement.word != "code":
            continue  # output of a program
        if (longest := max(map(len, lines))) > CODE_COLUMNS:
            message = f"a line of code has {longest} characters, {CODE_COLUMNS} is the most; break it in the snippet"
            yield Finding(number, message, block=block)
        if len(lines) > CODE_LINES:
            message = f"{len(lines)} lines of code, {CODE_LINES} is the most; split the cell"
            yield Finding(number, message, block=block)
    if slide["words"] > WORDS:
        yield Finding(number, f"{slide['words']} words, {WORDS} is the most; say the rest in the notes")
    if slide["lines"] > LINES:
        yield Finding(number, f"{slide['lines']} lines of text, {LINES} is the most; split the slide")


def letters(context: CheckContext) -> Iterator[Finding]:
    """Find letters that no font of the theme has: the browser of the PDF has no other fonts, and draws boxes."""
    fonts = (TTFont(path) for path in truetype_fonts().glob("*.ttf"))
    known = {letter for font in fonts for letter in font.getBestCmap()}
    for slide in context.page.slides:
        labels = (label["text"] for figure in slide["figures"] for label in figure["labels"])
        for text in (*slide["titles"], *(text["text"] for text in slide["texts"]), *labels):
            visible = (each for each in text if each.isprintable() and not each.isspace())
            if missing := next((each for each in visible if ord(each) not in known), ""):
                message = (
                    f'no font of the theme draws "{missing}"; write it otherwise, or show it in a figure as a path'
                )
                yield Finding(slide["number"], message, at=missing)
