import pytest


def test_the_dead_relu_changes_no_weight_and_guesses(values):
    assert values.change["ReLU"] == 0
    assert values.accuracy["ReLU"] == pytest.approx(10, abs=1)


def test_leaky_relu_learns_from_the_same_start(values):
    assert values.change["Leaky ReLU"] > 0.5
    assert values.accuracy["Leaky ReLU"] > 85
