import pytest


def test_the_steps_by_hand_are_those_of_keras(values):
    assert list(values.by_hand) == list(values.by_keras)
    for name, steps in values.by_hand.items():
        assert steps == pytest.approx(values.by_keras[name], rel=1e-3)


def test_the_slide_explains_what_happens(values):
    assert values.second["sgd"] == pytest.approx(values.first["sgd"] / 2)  # half the gradient, half the step
    assert values.second["momentum"] < values.first["momentum"] < 0  # it goes on
    assert values.first["adam"] == pytest.approx(-values.rate, rel=1e-3)  # the rate, whatever the gradient
