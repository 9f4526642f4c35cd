import pytest

from engine.core.problems import ContentError, Problem, Slide, did_you_mean


def test_a_problem_shows_place_slide_source_and_caret():
    problem = Problem("slides/04_x.md.j2", 'no cell "trieno"', 37, Slide(41, "Parada"), '  {{ code("trieno") }}', 11)
    assert str(problem) == (
        'slides/04_x.md.j2:37  (slide 41 "Parada")\n    {{ code("trieno") }}\n             ^ no cell "trieno"'
    )


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (Problem("a.py", "empty"), "a.py\n    empty"),
        (Problem("a.py", "empty", 3), "a.py:3\n    empty"),
        (Problem("a.py", "wrong", 3, source="  x = 1"), "a.py:3\n    x = 1\n    wrong"),
        (Problem("a.md", "wrong", 3, Slide(2)), "a.md:3  (slide 2)\n    wrong"),
    ],
)
def test_what_is_not_known_is_left_out(problem, text):
    assert str(problem) == text


def test_problems_are_told_once_and_in_the_order_of_the_deck():
    late, early = Problem("b", "late", 1, Slide(9)), Problem("a", "early", 5, Slide(2))
    error = ContentError([late, early, late])
    assert error.problems == [early, late]
    assert str(error) == f"{early}\n\n{late}"


@pytest.mark.parametrize(
    ("name", "known", "kind", "text"),
    [
        ("trieno", ["dados", "treino"], "cells", '; did you mean "treino"? cells: dados, treino'),
        ("xyz", ["dados"], "cells", "; cells: dados"),
        ("xyz", [], "values", "; values: none"),
        ("xyz", ["dados"], "", ""),
    ],
)
def test_the_nearest_name_is_offered(name, known, kind, text):
    assert did_you_mean(name, known, kind) == text
