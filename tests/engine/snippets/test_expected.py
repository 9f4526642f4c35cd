import pytest
from nbformat import v4

from engine.snippets.expected import (
    Declaration,
    Failure,
    check_declaration,
    check_effect_gone,
    count_outcomes,
    read_declaration,
)


@pytest.mark.parametrize(
    ("metadata", "wrong"),
    [
        ({"raises": "ValueError", "message": "x"}, None),
        ({"effect": "x > 1"}, None),
        ({"warns": "UserWarning", "message": "x", "effect": "x > 1"}, None),
        ({"raises": "ValueError"}, "raises and warns need a message, and a message needs one of them"),
        ({"effect": "x", "message": "x"}, "raises and warns need a message, and a message needs one of them"),
        ({"message": "x"}, "message alone declares nothing; write raises, warns or effect too"),
        (
            {"raises": "ValueError", "message": "x", "effect": "x"},
            "raises goes with message only: a cell that raises has no further effect to declare",
        ),
        ({"raises": "E", "message": "("}, "message is no regular expression: missing ), unterminated subpattern"),
        ({"effect": "x >"}, "effect is no Python expression: invalid syntax"),
    ],
)
def test_a_declaration_says_something_that_can_be_judged(metadata, wrong):
    declared, said = read_declaration(metadata)
    assert declared == Declaration(**metadata)
    assert said is wrong or said.startswith(wrong)


def test_a_cell_that_declares_nothing_has_no_declaration():
    assert read_declaration({"tags": ["a"]}) == (None, None)


RAISES = Declaration(raises="ValueError", message="not .*lr")
WARNS = Declaration(warns="UserWarning", message="ignored")
EFFECT = Declaration(effect="x > 1")


def verdict(declared, error=None, warned="", **names):
    found = check_declaration("errado", declared, error, warned, lambda expression: eval(expression, {}, names))
    return found and (found.message, found.passed)


def test_what_was_declared_came_true():
    assert verdict(RAISES, ValueError("not known: lr")) is None
    assert verdict(WARNS, warned="FutureWarning: a\nUserWarning: decay\nis ignored\n") is None
    assert verdict(EFFECT, x=2) is None


@pytest.mark.parametrize(
    ("declared", "names", "what"),
    [
        (RAISES, {}, 'it raised nothing\n    declared: raises="ValueError" message="not .*lr"'),
        (WARNS, {}, 'no warning came\n    declared: warns="UserWarning" message="ignored"'),
        (EFFECT, {"x": 1}, 'the effect is not there\n    declared: effect="x > 1"'),
    ],
)
def test_a_cell_that_passes_has_passed_unexpectedly(declared, names, what):
    assert verdict(declared, **names) == (f'cell "errado" passed unexpectedly: {what}', True)


@pytest.mark.parametrize(
    ("declared", "error", "warned", "actual"),
    [
        (RAISES, ValueError("something\nelse"), "", "ValueError: something else"),
        (RAISES, TypeError("not lr"), "", "TypeError: not lr"),
        (WARNS, ValueError("not"), "", "ValueError: not"),
        (WARNS, None, "FutureWarning: ignored\n", "FutureWarning: ignored"),
        (EFFECT, NameError("x"), "", "NameError: x"),
        (EFFECT, None, "", "the effect can't be evaluated: NameError: name 'x' is not defined"),
    ],
)
def test_another_failure_than_declared_names_both(declared, error, warned, actual):
    expected = f'cell "errado" failed otherwise than declared\n    declared: {declared}\n    actual:   {actual}'
    assert verdict(declared, error, warned) == (expected, False)


def test_the_right_cell_must_end_the_effect():
    assert check_effect_gone([RAISES, EFFECT], lambda expression: False) is None
    found = check_effect_gone([EFFECT], lambda expression: True)
    assert found.message == 'cell "certo" mends nothing: the effect is still there\n    declared: effect="x > 1"'
    assert not found.passed


def test_outcomes_have_three_classes():
    cells = [
        v4.new_code_cell("", metadata=metadata) for metadata in ({"raises": "E", "message": "x"}, {"effect": "y"}, {})
    ]
    results = [v4.new_notebook(cells=cells)]
    failures = [Failure("a"), Failure("b"), Failure("c", passed=True)]
    assert count_outcomes(results, failures) == "2 failed as expected, 2 failed, 1 passed unexpectedly"
    assert count_outcomes(results) == "2 failed as expected"
    assert count_outcomes([]) == ""
