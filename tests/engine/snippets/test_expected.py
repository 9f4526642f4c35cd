import pytest
from nbformat import v4

from engine.snippets.expected import (
    Declaration,
    Failure,
    check_declaration,
    check_effects_gone,
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


def error(name, text):
    return v4.new_output("error", ename=name, evalue=text, traceback=[])


def warned(text):
    return v4.new_output("stream", name="stderr", text=text)


def verdict(declared, *outputs, **effect):
    found = check_declaration("errado", declared, list(outputs), effect)
    return found and (found.message, found.passed)


def test_what_was_declared_came_true():
    assert verdict(RAISES, error("ValueError", "not known: lr")) is None
    assert verdict(WARNS, warned("FutureWarning: a\nUserWarning: decay\nis ignored\n")) is None
    assert verdict(EFFECT, answer=True) is None


@pytest.mark.parametrize(
    ("declared", "effect", "what"),
    [
        (RAISES, {}, 'it raised nothing\n    declared: raises="ValueError" message="not .*lr"'),
        (WARNS, {}, 'no warning came\n    declared: warns="UserWarning" message="ignored"'),
        (EFFECT, {"answer": False}, 'the effect is not there\n    declared: effect="x > 1"'),
    ],
)
def test_a_cell_that_passes_has_passed_unexpectedly(declared, effect, what):
    assert verdict(declared, **effect) == (f'cell "errado" passed unexpectedly: {what}', True)


@pytest.mark.parametrize(
    ("declared", "outputs", "effect", "actual"),
    [
        (RAISES, [error("ValueError", "something\nelse")], {}, "ValueError: something else"),
        (RAISES, [error("TypeError", "not lr")], {}, "TypeError: not lr"),
        (WARNS, [error("ValueError", "not")], {}, "ValueError: not"),
        (WARNS, [warned("FutureWarning: ignored\n")], {}, "FutureWarning: ignored"),
        (EFFECT, [error("NameError", "x")], {}, "NameError: x"),
        (EFFECT, [], {"error": "NameError: no x"}, "the effect can't be evaluated: NameError: no x"),
    ],
)
def test_another_failure_than_declared_names_both(declared, outputs, effect, actual):
    expected = f'cell "errado" failed otherwise than declared\n    declared: {declared}\n    actual:   {actual}'
    assert verdict(declared, *outputs, **effect) == (expected, False)


def test_the_right_cell_must_end_every_effect():
    assert check_effects_gone({"x > 1": {"answer": False}}) is None
    found = check_effects_gone({"y": {"answer": False}, "x > 1": {"answer": True}})
    assert found.message == 'cell "certo" mends nothing: the effect is still there\n    declared: effect="x > 1"'
    assert not found.passed
    assert "can't be evaluated: NameError: x" in check_effects_gone({"x": {"error": "NameError: x"}}).message


def test_outcomes_have_three_classes():
    cells = [
        v4.new_code_cell("", metadata=metadata) for metadata in ({"raises": "E", "message": "x"}, {"effect": "y"}, {})
    ]
    results = [v4.new_notebook(cells=cells)]
    failures = [Failure("a"), Failure("b"), Failure("c", passed=True)]
    assert count_outcomes(results, failures) == "2 failed as expected, 2 failed, 1 passed unexpectedly"
    assert count_outcomes(results) == "2 failed as expected"
    assert count_outcomes([]) == ""
