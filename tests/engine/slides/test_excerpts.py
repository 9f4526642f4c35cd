import re

import pytest

from engine.slides.excerpts import changed_lines, truncate_around

WRONG = "a = 1\nb(\n    lr=2,\n)\n\nc\n"


@pytest.mark.parametrize(
    ("right", "gone", "come", "missing"),
    [
        (WRONG, [], [], []),
        (WRONG.replace("lr", "rate"), [3], [3], []),
        (WRONG.replace("    lr=2,\n", ""), [3], [], []),
        (WRONG.replace("b(\n", "b(\n    x,\n"), [], [3], [2]),
        ("z\n" + WRONG, [], [1], [1]),
        (WRONG.replace(")\n\n", ")\nd\n"), [], [5], [4]),  # a blank line, made room for what is missing
    ],
)
def test_lines_that_differ_and_places_where_something_is_missing(right, gone, come, missing):
    assert changed_lines(WRONG, right) == (gone, come, missing)


def test_a_short_message_stays_whole_on_one_line():
    assert truncate_around("a\n  b:\tmatch, c", re.compile("match"), 100) == ("a b: ", "match", ", c")


@pytest.mark.parametrize("before", [0, 5, 30, 200])
@pytest.mark.parametrize("after", [0, 5, 30, 200])
def test_a_long_message_is_shortened_around_what_matters(before, after):
    message = "word " * before + "what matters" + " more" * after
    pieces = truncate_around(message, re.compile("what matters"), 120)
    assert pieces[1] == "what matters"
    text = "".join(pieces)
    assert len(text) < 120 + 20
    whole = len(message) <= 120
    assert ("[…]" in text) != whole
    kept = text.replace("[…]", " ").split()
    assert set(kept) <= {"word", "what", "matters", "more"}  # no word is cut


def test_without_a_match_the_beginning_stays():
    text, match, after = truncate_around("word " * 100, re.compile("nowhere"), 100)
    assert (text, match) == ("", "")
    assert after.startswith("word word") and after.endswith("[…]")
