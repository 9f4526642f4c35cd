import pytest


def test_the_dead_relu_changes_no_weight_and_guesses(snippet):
    assert snippet.mudanca["ReLU"] == 0
    assert snippet.acuracia["ReLU"] == pytest.approx(10, abs=1)


def test_leaky_relu_learns_from_the_same_start(snippet):
    assert snippet.mudanca["Leaky ReLU"] > 0.5
    assert snippet.acuracia["Leaky ReLU"] > 85
