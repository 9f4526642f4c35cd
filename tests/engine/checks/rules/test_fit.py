"""Rules that a deck of this theme cannot break by its Markdown alone, on measures made by hand."""

from pathlib import Path

import pytest

from engine.checks.context import CheckContext, PageMeasure
from engine.checks.rules.fit import TOLERANCE, fit, legibility, space
from engine.core.paths import Paths
from engine.slides.course import Course
from engine.slides.deck import Deck
from engine.slides.links import Placement


def slide(**more) -> dict:
    empty = {
        "number": 3,
        "classes": [],
        "width": 1280,
        "height": 720,
        "padding": [88, 64, 58, 64],
        "blocks": [],
        "margins": [],
    }
    return empty | {"texts": [], "figures": [], "code": [], "words": 10, "lines": 3} | more


def box(left, top, right, bottom) -> dict:
    return {"left": left, "top": top, "right": right, "bottom": bottom}


def block(area, clipped=(0, 0)) -> dict:
    return {"mark": "p", "number": 0, "text": "Um bloco", "clipped": clipped, "box": area}


AREA = box(64, 88, 1216, 662)


def messages(rule, placements=(), **measures) -> list[str]:
    deck = Deck(Course(), {}, {}, placements=list(placements))
    context = CheckContext(deck, Paths.of(Path("deck")), PageMeasure([slide(**measures)]))
    return [finding.message for finding in rule(context)]


def test_a_block_that_fills_the_slide_fits():
    assert messages(fit, blocks=[block(AREA)]) == []


@pytest.mark.parametrize(
    ("side", "text"),
    [("left", "on the left"), ("right", "on the right"), ("top", "at the top"), ("bottom", "at the bottom")],
)
def test_a_block_may_not_stick_out_on_any_side(side, text):
    step = -1 if side in ("left", "top") else 1
    out = {**AREA, side: AREA[side] + 9 * step}
    assert messages(fit, blocks=[block(out)]) == [
        f'"Um bloco" sticks out {text} by 9 px; shorten it or split the slide'
    ]
    assert messages(fit, blocks=[block({**AREA, side: AREA[side] + TOLERANCE * step})]) == []


def test_what_an_inner_container_cuts_off_is_told():
    assert messages(fit, blocks=[block(AREA, clipped=(40, 0))]) == [
        '"Um bloco" is 40 px too wide for its place; shorten its lines or widen it'
    ]
    assert messages(fit, blocks=[block(AREA, clipped=(0, 7))])[0].startswith('"Um bloco" is 7 px too high')


def test_blocks_may_touch_but_not_overlap():
    upper, lower = box(64, 88, 1216, 300), box(64, 300, 1216, 600)
    assert messages(fit, blocks=[block(upper), block(lower)]) == []
    assert messages(fit, blocks=[block(upper), block({**lower, "top": 280})]) == [
        '"Um bloco" and "Um bloco" overlap by 20 px; move or shorten one'
    ]


def test_the_step_indicator_may_not_run_into_the_name_of_the_part():
    margins = [
        ("Um nome comprido", box(64, 28, 800, 50)),
        ("passos", box(780, 28, 1216, 50)),
    ]
    assert messages(fit, margins=margins) == ["Um nome comprido and passos overlap by 20 px; move or shorten one"]


def test_a_stretched_picture_is_told():
    figure = {"alt": "", "scale": 1, "ratio": 1.2, "box": AREA, "labels": []}
    assert messages(fit, figures=[figure]) == [
        "the picture is stretched (1.20 of its own ratio of width to height); keep its ratio"
    ]
    assert messages(fit, figures=[{**figure, "ratio": 1.01}]) == []


def test_a_figure_that_is_shrunk_is_told_with_the_width_to_draw_it_in():
    label = {"size": 22, "text": "perda", "turned": False, "box": box(100, 100, 160, 120)}
    figure = {"alt": "", "scale": 0.98, "ratio": 1, "box": box(64, 88, 624, 400), "labels": [label]}
    assert messages(fit, figures=[figure]) == [
        "the figure is shrunk to 0.98 of the size that it was drawn in; draw it 5.0 inches wide"
    ]
    assert messages(fit, figures=[{**figure, "scale": 0.99}]) == []
    assert messages(fit, figures=[{**figure, "labels": []}]) == []  # nothing to read: a drawing


def test_a_slide_may_be_empty_below_by_a_third_or_if_it_says_so():
    title = {**block(box(64, 88, 1216, 140)), "mark": "h2"}  # 522 px are left below it
    empty = [title, block(box(64, 160, 1216, 480))]
    assert messages(space, blocks=empty) == [
        "35% of the room below the title is empty; say more, join two slides, or write _class: sparse if it is meant"
    ]
    assert messages(space, blocks=[title, block(box(64, 160, 1216, 490))]) == []
    assert messages(space, blocks=empty, classes=["sparse"]) == messages(space, blocks=empty, classes=["part"]) == []
    assert messages(space, blocks=[]) == []


@pytest.mark.parametrize(("kind", "least"), [("body", 22), ("code", 18), ("margin", 12)])
def test_each_kind_of_text_has_its_least_size(kind, least):
    assert messages(legibility, texts=[{"kind": kind, "size": least, "text": "x"}]) == []
    assert len(messages(legibility, texts=[{"kind": kind, "size": least - 0.5, "text": "x"}])) == 1


def test_too_many_lines_of_text_are_told():
    assert messages(legibility, lines=15) == []
    assert messages(legibility, lines=16) == ["16 lines of text, 15 is the most; split the slide"]


def test_a_block_is_called_by_the_word_that_showed_it_whatever_words_there_are():
    out = {"mark": "mapa", "number": 1, "text": "x", "clipped": (0, 0), "box": box(64, 88, 1216, 700)}
    known = [Placement(3, n, "chart", "mapa") for n in (5, 9)]
    assert messages(fit, known, blocks=[out])[0].startswith("the chart sticks out at the bottom by 38 px")
    assert messages(fit, known[:1], blocks=[out])[0].startswith('"x" sticks out')


def test_code_has_its_most_lines_and_what_a_program_wrote_has_not():
    code = [("python", ["x"] * 15), ("saida", ["y" * 80])]
    known = [Placement(3, 1, "code", "python"), Placement(3, 2, "output", "saida")]
    assert messages(legibility, known, code=code) == ["15 lines of code, 14 is the most; split the cell"]
