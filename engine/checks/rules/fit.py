"""Rules of layout: everything fits on the slide, nothing overlaps, no text is too small or too long."""

from collections.abc import Iterator
from itertools import combinations

from fontTools.ttLib import TTFont

from engine.checks.context import CheckContext, Finding, Measured
from engine.core.fonts import truetype_fonts
from engine.slides.figure import PIXELS_PER_INCH

TOLERANCE = 2  # pixels of overflow that nobody sees
# Minimum font sizes in pixels on a slide of 720: 22 is legible from the last row of a classroom (a fortieth of the
# screen height, at a distance of eight heights); 18 for code, which is read closely only while it is discussed.
SIZES = {"body": 22, "code": 18, "margin": 12, "figure": 14}
CODE_COLUMNS, CODE_LINES = 72, 14
# A slide is presented in about a minute; at 130 words a minute, an audience reads longer text instead of listening.
WORDS, LINES = 110, 15
EMPTY = 1 / 3  # of the room below the title: what is left over is seen as a mistake
# Minimum size of a figure on its slide, relative to the size that it was drawn in: its text shrinks with it.
SCALE = 0.99
_SIDES = {"left": "on the left", "right": "on the right", "top": "at the top", "bottom": "at the bottom"}
_ENLARGE = ' of {size:.1f} px ("{text:.30}"), {least} is the least; enlarge it'
_REDRAW = '" has {size:.1f} px, {least} is the least; draw it larger, or give the figure more room'
_SMALL = {"body": f"text{_ENLARGE}", "code": f"code{_ENLARGE}", "margin": f"text in the margin{_ENLARGE}"}
_SMALL["figure"] = f"the figure's text \"{{text:.30}}{_REDRAW}"


def fit(context: CheckContext) -> Iterator[Finding]:
    """Find blocks that leave the slide, are clipped, or overlap another block, the slide number or the header."""
    for slide in context.page.slides:
        yield from _fit(slide, context)
        for order, figure in enumerate(slide["figures"]):
            for message in _figure_faults(figure):
                yield Finding(slide["number"], message, block=("figure", order))


def _fit(slide: Measured, context: CheckContext) -> Iterator[Finding]:
    number = slide["number"]
    top, right, bottom, left = slide["padding"]
    area = {"left": left, "top": top, "right": slide["width"] - right, "bottom": slide["height"] - bottom}
    things: list[tuple[str, Measured, Measured]] = []
    for block in slide["blocks"]:
        box, where = block["box"], {"block": (block["mark"], block["number"]), "at": block["text"][:30]}
        placement = context.deck.placement(number, *where["block"])
        name = f"the {placement.word}" if placement else f'"{block["text"][:40]}"'
        out, side = max((_beyond(box, area, side), side) for side in area)
        if out > TOLERANCE:
            message = f"{name} sticks out {_SIDES[side]} by {out:.0f} px; shorten it or split the slide"
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


def _figure_faults(figure: Measured) -> Iterator[str]:
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


def _beyond(box: Measured, area: Measured, side: str) -> float:
    return area[side] - box[side] if side in ("left", "top") else box[side] - area[side]


def _overlap(a: Measured, b: Measured) -> float:
    wide = min(a["right"], b["right"]) - max(a["left"], b["left"])
    high = min(a["bottom"], b["bottom"]) - max(a["top"], b["top"])
    return min(wide, high)


def space(context: CheckContext) -> Iterator[Finding]:
    """Find slides that are left empty below their last block, if the class ``sparse`` does not say that it is meant."""
    for slide in context.page.slides:
        boxes = [(block["mark"], block["box"]) for block in slide["blocks"]]
        if not boxes or {"part", "title", "sparse"} & {*slide["classes"]}:
            continue
        top = next((box["bottom"] for mark, box in boxes if mark == "h2"), slide["padding"][0])
        room = slide["height"] - slide["padding"][2] - top
        left = top + room - max(box["bottom"] for _, box in boxes)
        if left > EMPTY * room:
            remedy = "say more, join two slides, or write _class: sparse if it is meant"
            yield Finding(slide["number"], f"{left / room:.0%} of the room below the title is empty; {remedy}")


def legibility(context: CheckContext) -> Iterator[Finding]:
    """Find text that is too small, the smallest of each kind and figure, and slides with too much text."""
    for slide in context.page.slides:
        texts = sorted(slide["texts"], key=lambda text: -text["size"])
        for (kind, figure), text in {(text["kind"], text.get("figure")): text for text in texts}.items():
            if text["size"] < SIZES[kind] - 0.05:
                message = _SMALL[kind].format(**text, least=SIZES[kind])
                block = None if figure is None else ("figure", figure)
                yield Finding(slide["number"], message, at=text["text"][:30], block=block)
        yield from _amounts(slide, context)


def _amounts(slide: Measured, context: CheckContext) -> Iterator[Finding]:
    number, marks = slide["number"], [mark for mark, _ in slide["code"]]
    found: list[tuple[int, int, str, tuple[str, int] | None]] = [
        (slide["words"], WORDS, "{} words, {} is the most; say the rest in the notes", None),
        (slide["lines"], LINES, "{} lines of text, {} is the most; split the slide", None),
    ]
    for place, (mark, lines) in enumerate(slide["code"]):
        block = (mark, marks[:place].count(mark))
        placement = context.deck.placement(number, *block)
        if placement is None or placement.word == "code":  # not the output of a program
            wide = "a line of code has {} characters, {} is the most; break it in the snippet"
            found.append((max(map(len, lines)), CODE_COLUMNS, wide, block))
            found.append((len(lines), CODE_LINES, "{} lines of code, {} is the most; split the cell", block))
    for count, most, message, where in found:
        if count > most:
            yield Finding(number, message.format(count, most), block=where)


def letters(context: CheckContext) -> Iterator[Finding]:
    """Find letters that no font of the theme has: the browser of the PDF has no other fonts, and draws boxes."""
    fonts = (TTFont(path) for path in truetype_fonts().glob("*.ttf"))
    known = {letter for font in fonts for letter in font.getBestCmap()}
    for slide in context.page.slides:
        for text in (*slide["titles"], *(text["text"] for text in slide["texts"])):
            visible = (each for each in text if each.isprintable() and not each.isspace())
            if missing := next((each for each in visible if ord(each) not in known), ""):
                remedy = "write it otherwise, or show it in a figure as a path"
                yield Finding(slide["number"], f'no font of the theme draws "{missing}"; {remedy}', at=missing)
