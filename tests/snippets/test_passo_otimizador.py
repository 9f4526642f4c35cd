import pytest


def test_the_steps_by_hand_are_those_of_keras(runs):
    for run in runs:
        assert list(run.by_hand) == list(run.by_keras)
        for name, steps in run.by_hand.items():
            assert steps == pytest.approx(run.by_keras[name], rel=1e-3)


def test_the_slide_explains_what_happens(values):
    assert values.second["sgd"] == pytest.approx(values.first["sgd"] / 2)  # half the gradient, half the step
    assert values.second["momentum"] < values.first["momentum"] < 0  # it goes on
    assert values.first["adam"] == pytest.approx(-values.rate, rel=1e-3)  # the rate, whatever the gradient


def test_larger_gradients_change_the_steps_of_those_without_a_mean_of_squares_only(runs):
    first, *others = runs
    for run in others:
        for steps, by_one in ((run.first, first.first), (run.second, first.second)):
            assert steps["sgd"] == pytest.approx(run.times * by_one["sgd"])
            assert steps["momentum"] == pytest.approx(run.times * by_one["momentum"])
            assert steps["rmsprop"] == pytest.approx(by_one["rmsprop"])
            assert steps["adam"] == pytest.approx(by_one["adam"])
