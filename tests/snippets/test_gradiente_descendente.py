import numpy as np
import pytest


def test_the_steps_come_close_to_the_minimum(values):
    assert values.final_weight == pytest.approx(values.best_weight, abs=0.05)


def test_every_step_lowers_the_loss_and_is_shorter_than_the_last(functions):
    assert (np.diff(functions.loss(np.array(functions.weights))) < 0).all()
    assert (np.diff(np.abs(np.diff(functions.weights))) < 0).all()


def test_the_gradient_is_the_slope_of_the_loss(functions):
    w, h = 0.3, 1e-5
    slope = (functions.loss(w + h) - functions.loss(w - h)) / (2 * h)
    error = w * functions.x - functions.y
    assert np.mean(2 * error * functions.x) == pytest.approx(slope, rel=1e-6)
