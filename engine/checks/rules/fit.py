"""Rules of layout: everything fits on the slide, nothing overlaps, no text is too small or too long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from engine.checks.context import CheckContext
from engine.checks.finding import Finding
from engine.checks.page import Block, Box, Figure, SlideMeasure

# Maximum overflow of a box, in pixels, that is not visible.
TOLERANCE = 2
# Minimum font sizes in pixels on a slide of 720: 22 is legible from the last row of a classroom (a fortieth of the
# screen height, at a distance of eight heights); 18 for code, which is read closely only while it is discussed.
SIZES = {"body": 22, "code": 18, "figure": 14, "margin": 12}
CODE_COLUMNS, CODE_LINES = 72, 14
# A slide is presented in about a minute; at 130 words a minute, an audience reads longer text instead of listening.
WORDS, LINES = 110, 15


def fit(context: CheckContext) -> Iterator[Finding]:
    """Find blocks that leave the slide, are clipped, or overlap another block, the slide number or the header."""
    for slide in context.page.slides:
        yield from _fit(slide, context)
        for order, figure in enumerate(slide["figures"]):
            yield from _figure(slide["number"], order, figure)


def _fit(slide: SlideMeasure, context: CheckContext) -> Iterator[Finding]:
    number = slide["number"]
    top, right, bottom, left = slide["padding"]
    area = {"left": left, "top": top, "right": slide["width"] - right, "bottom": slide["height"] - bottom}
    things: list[tuple[str, Box, dict[str, Any]]] = []
    for block in slide["blocks"]:
        box = block["box"]
        if not box:
            continue
        out = {side: _beyond(box, area, side) for side in area}
        worst = max(out, key=lambda side: out[side])
        name, where = _name(block, number, context), _place(block)
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
    for i, (name, box, where) in enumerate(things):
        for other, other_box, other_where in things[i + 1 :]:
            overlap = _overlap(box, other_box)
            if overlap > TOLERANCE:
                message = f"{name} and {other} overlap by {overlap:.0f} px; move or shorten one"
                yield Finding(number, message, **(where or other_where))


def legibility(context: CheckContext) -> Iterator[Finding]:
    """Find text that is too small, and slides with too much text."""
    for slide in context.page.slides:
        yield from _sizes(slide)
        yield from _amounts(slide, context)


def _sizes(slide: SlideMeasure) -> Iterator[Finding]:
    number = slide["number"]
    for kind in ("body", "code", "margin"):
        small = [text for text in slide["texts"] if text["kind"] == kind and text["size"] < SIZES[kind] - 0.05]
        if small:
            least = min(small, key=lambda text: text["size"])
            message = (
                f'{_KINDS[kind]} of {least["size"]:.1f} px ("{least["text"][:30]}"), {SIZES[kind]} is the least; '
                "enlarge it"
            )
            yield Finding(number, message, at=least["text"][:30])
    for order, figure in enumerate(slide["figures"]):
        labels = [label for label in figure["labels"] if label["size"] < SIZES["figure"] - 0.05]
        if labels:
            label = min(labels, key=lambda label: label["size"])
            message = (
                f'the figure\'s text "{label["text"][:30]}" has {label["size"]:.1f} px, {SIZES["figure"]} is the least;'
                " draw it larger, or give the figure more room"
            )
            yield Finding(number, message, block=("figure", order))


def _amounts(slide: SlideMeasure, context: CheckContext) -> Iterator[Finding]:
    number = slide["number"]
    seen: Counter[str] = Counter()
    for mark, lines in slide["code"]:
        block = (mark, seen[mark])
        seen[mark] += 1
        placement = context.deck.placement(number, *block)
        if placement and placement.word != "code":
            continue  # output of a program
        longest = max(map(len, lines))
        if longest > CODE_COLUMNS:
            message = f"a line of code has {longest} characters, {CODE_COLUMNS} is the most; break it in the snippet"
            yield Finding(number, message, block=block)
        if len(lines) > CODE_LINES:
            message = f"{len(lines)} lines of code, {CODE_LINES} is the most; split the cell"
            yield Finding(number, message, block=block)
    if slide["words"] > WORDS:
        message = f"{slide['words']} words, {WORDS} is the most; say the rest in the notes"
        yield Finding(number, message)
    if slide["lines"] > LINES:
        message = f"{slide['lines']} lines of text, {LINES} is the most; split the slide"
        yield Finding(number, message)


_SIDES = {"left": "on the left", "right": "on the right", "top": "at the top", "bottom": "at the bottom"}
_KINDS = {"body": "text", "code": "code", "margin": "text in the margin"}


def _name(block: Block, slide: int, context: CheckContext) -> str:
    placement = context.deck.placement(slide, block["mark"], block["number"])
    return f"the {placement.word}" if placement else f'"{block["text"][:40]}"'


def _place(block: Block) -> dict[str, Any]:
    return {"block": (block["mark"], block["number"]), "at": block["text"][:30]}


def _beyond(box: Box, area: Box, side: str) -> float:
    return area[side] - box[side] if side in ("left", "top") else box[side] - area[side]


def _overlap(a: Box, b: Box) -> float:
    wide = min(a["right"], b["right"]) - max(a["left"], b["left"])
    high = min(a["bottom"], b["bottom"]) - max(a["top"], b["top"])
    return min(wide, high)


def _figure(number: int, order: int, figure: Figure) -> Iterator[Finding]:
    """Find a stretched figure, and text of a figure that is cut off or overlaps other text."""
    labels = figure["labels"]
    if abs(figure["ratio"] - 1) > 0.02:
        message = (
            f"the picture is stretched ({figure['ratio']:.2f} of its own ratio of width to height); keep its ratio"
        )
        yield Finding(number, message, block=("figure", order))
    for i, label in enumerate(labels):
        out = max(_beyond(label["box"], figure["box"], side) for side in _SIDES)
        if out > 2 * TOLERANCE:
            message = f'the figure\'s text "{label["text"][:30]}" is cut off by {out:.0f} px; make room for it'
            yield Finding(number, message, block=("figure", order))
        for other in labels[i + 1 :]:
            # The box of a character includes space above and below it, which may overlap invisibly.
            overlap = _overlap(label["box"], other["box"])
            if overlap > 0.35 * min(label["size"], other["size"]) and not (label["turned"] or other["turned"]):
                message = f'the figure\'s texts "{label["text"][:20]}" and "{other["text"][:20]}" overlap; move one'
                yield Finding(number, message, block=("figure", order))
