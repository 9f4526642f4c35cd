"""Rules of what is seen: everything on the slide, nothing over anything else, nothing too small or too much."""

from __future__ import annotations

from collections.abc import Iterator

from engine.checks.finding import Finding

# Pixels by which a box may stick out before anyone sees it.
TOLERANCE = 2
# Least sizes in pixels of a slide of 720: 22 is legible from the last row of a classroom (a fortieth of the height of
# the screen, at a distance of eight heights), 18 for code, which is read letter by letter only when it is talked about.
SIZES = {"body": 22, "code": 18, "figure": 14, "margin": 12}
CODE_COLUMNS, CODE_LINES = 72, 14
# A slide is read aloud in about a minute; at 130 words a minute more than this is read instead of listened to.
WORDS, LINES = 110, 15


def fit(slide: dict) -> Iterator[Finding]:
    """Find blocks outside the slide, cut off, or over another block, the slide number or the line above."""
    number = slide["number"]
    top, right, bottom, left = slide["padding"]
    area = {"left": left, "top": top, "right": slide["width"] - right, "bottom": slide["height"] - bottom}
    inside = []
    for block in (block for block in slide["blocks"] if block["box"]):
        out = {side: _beyond(block["box"], area, side) for side in area}
        worst = max(out, key=out.get)
        name, where = _name(block), _place(block)
        if out[worst] > TOLERANCE:
            message = f"{name} sticks out {_SIDES[worst]} by {out[worst]:.0f} px; shorten it or split the slide"
            yield Finding("fit", number, message, **where)
            continue
        inside.append(block)
        wide, high = block["clipped"]
        if max(wide, high) > TOLERANCE:
            amount = f"{wide:.0f} px too wide" if wide >= high else f"{high:.0f} px too high"
            yield Finding("fit", number, f"{name} is {amount} for its place; shorten its lines or widen it", **where)
    things = [(_name(b), b["box"], _place(b)) for b in inside] + [(m["name"], m["box"], {}) for m in slide["margins"]]
    for i, (name, box, where) in enumerate(things):
        for other, other_box, other_where in things[i + 1 :]:
            overlap = _overlap(box, other_box)
            if overlap > TOLERANCE:
                message = f"{name} and {other} overlap by {overlap:.0f} px; move or shorten one"
                yield Finding("fit", number, message, **(where or other_where))
    for order, figure in enumerate(slide["figures"]):
        yield from _labels(number, order, figure)


def legibility(slide: dict) -> Iterator[Finding]:
    """Find text that is too small, and too much of it."""
    number = slide["number"]
    for kind in ("body", "code", "margin"):
        small = [text for text in slide["texts"] if text["kind"] == kind and text["size"] < SIZES[kind] - 0.05]
        if small:
            least = min(small, key=lambda text: text["size"])
            message = (
                f'{_KINDS[kind]} of {least["size"]:.1f} px ("{least["text"][:30]}"), {SIZES[kind]} is the least; '
                "enlarge it"
            )
            yield Finding("legibility", number, message, at=least["text"][:30])
    for order, figure in enumerate(slide["figures"]):
        small = [label for label in figure["labels"] if label["size"] < SIZES["figure"] - 0.05]
        if small:
            least = min(small, key=lambda label: label["size"])
            message = (
                f'the figure\'s text "{least["text"][:30]}" has {least["size"]:.1f} px, {SIZES["figure"]} is the least;'
                " draw it larger, or give the figure more room"
            )
            yield Finding("legibility", number, message, block=("figure", order))
    for order, lines in enumerate(slide["code"]):
        longest = max(map(len, lines))
        if longest > CODE_COLUMNS:
            message = f"a line of code has {longest} characters, {CODE_COLUMNS} is the most; break it in the snippet"
            yield Finding("legibility", number, message, block=("code", order))
        if len(lines) > CODE_LINES:
            message = f"{len(lines)} lines of code, {CODE_LINES} is the most; split the cell"
            yield Finding("legibility", number, message, block=("code", order))
    if slide["words"] > WORDS:
        message = f"{slide['words']} words, {WORDS} is the most; say the rest in the notes"
        yield Finding("legibility", number, message)
    if slide["lines"] > LINES:
        message = f"{slide['lines']} lines of text, {LINES} is the most; split the slide"
        yield Finding("legibility", number, message)


_SIDES = {"left": "on the left", "right": "on the right", "top": "at the top", "bottom": "at the bottom"}
_KINDS = {"body": "text", "code": "code", "margin": "text in the margin"}
_NAMES = {
    "code": "the code",
    "output": "the output",
    "error": "the error",
    "figure": "the figure",
    "table": "the table",
}


def _name(block: dict) -> str:
    return _NAMES.get(block["kind"]) or f'"{block["text"][:40]}"'


def _place(block: dict) -> dict:
    if block["kind"] in _NAMES:
        return {"block": (block["kind"], block["number"])}
    return {"at": block["text"][:30]}


def _beyond(box: dict, area: dict, side: str) -> float:
    return area[side] - box[side] if side in ("left", "top") else box[side] - area[side]


def _overlap(a: dict, b: dict) -> float:
    wide = min(a["right"], b["right"]) - max(a["left"], b["left"])
    high = min(a["bottom"], b["bottom"]) - max(a["top"], b["top"])
    return min(wide, high)


def _labels(number: int, order: int, figure: dict) -> Iterator[Finding]:
    """Find text of a figure that is cut off or over other text."""
    labels = figure["labels"]
    if abs(figure["ratio"] - 1) > 0.02:
        message = (
            f"the picture is stretched ({figure['ratio']:.2f} of its own ratio of width to height); keep its ratio"
        )
        yield Finding("structure", number, message, block=("figure", order))
    for i, label in enumerate(labels):
        out = max(_beyond(label["box"], figure["box"], side) for side in _SIDES)
        if out > 2 * TOLERANCE:
            message = f'the figure\'s text "{label["text"][:30]}" is cut off by {out:.0f} px; make room for it'
            yield Finding("fit", number, message, block=("figure", order))
        for other in labels[i + 1 :]:
            # The box of a letter holds room above and below it, which may overlap unseen.
            overlap = _overlap(label["box"], other["box"])
            if overlap > 0.35 * min(label["size"], other["size"]) and not (label["turned"] or other["turned"]):
                message = f'the figure\'s texts "{label["text"][:20]}" and "{other["text"][:20]}" overlap; move one'
                yield Finding("fit", number, message, block=("figure", order))
