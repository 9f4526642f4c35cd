import numpy as np
import pytest


def test_the_steps_come_close_to_the_minimum(snippet):
    assert snippet.peso_final == pytest.approx(snippet.melhor_peso, abs=0.05)


def test_every_step_lowers_the_loss_and_is_shorter_than_the_last(snippet):
    assert (np.diff(snippet.perda(np.array(snippet.weights))) < 0).all()
    assert (np.diff(np.abs(np.diff(snippet.weights))) < 0).all()


def test_the_gradient_is_the_slope_of_the_loss(snippet):
    w, h = 0.3, 1e-5
    slope = (snippet.perda(w + h) - snippet.perda(w - h)) / (2 * h)
    error = w * snippet.x - snippet.y
    assert np.mean(2 * error * snippet.x) == pytest.approx(slope, rel=1e-6)
