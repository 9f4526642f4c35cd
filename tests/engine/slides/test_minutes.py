"""How long slides take."""

import pytest

from engine.slides.minutes import length, pauses, seconds

NOTES = "<!--\n" + "uma palavra " * 65 + "-->"


@pytest.mark.parametrize(
    ("slide", "spent"),
    [
        ("# Só o título", 0),
        (NOTES, 60),  # 130 words a minute
        ("<!-- _class: figure -->" + NOTES, 60),
        (NOTES.replace("-->", "[Deixe que pensem um pouco.]-->"), 60),  # not said
        (NOTES.replace("-->", '{{ value("x", "y", digits=1) }} -->'), 60),  # one word
        ('{{ code("x", "y") }}\n{{ figure("x", "z", alt="a b c d e f g") }}' + NOTES, 120),
        (NOTES + "\n{{ countdown(8) }}", 9 * 60),
        ("### Para pensar\n<!--\nPergunte: isto?\n-->", 61),
    ],
)
def test_a_slide_takes_what_is_said_shown_asked_and_done(slide, spent):
    assert seconds(slide) == spent


def test_a_pause_is_due_before_the_slide_that_would_pass_fifty_minutes():
    assert pauses([25 * 60, 25 * 60]) == []
    assert pauses([25 * 60, 25 * 60, 1]) == [2]
    assert pauses([20 * 60] * 6) == [2, 4]
    assert pauses([51 * 60, 60]) == [1]
    assert length([20 * 60] * 6) == 140
