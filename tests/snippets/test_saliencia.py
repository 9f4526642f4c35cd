import numpy as np
import pytest

# Over seeds 42, 0 and 1, correlation with the maps of another trained network and of random weights: saliency 0.72 to
# 0.75 and 0.55 to 0.63; Grad-CAM 0.29 to 0.45 and 0.03 to 0.24.


def test_random_weights_change_the_maps(runs):
    for run in runs:
        assert run.with_random["saliência"] < run.with_again["saliência"] - 0.05
        assert run.with_random["Grad-CAM"] < run.with_again["Grad-CAM"] - 0.03


def test_saliency_shows_mostly_the_drawing(runs):
    for run in runs:
        assert run.with_random["saliência"] > 0.4
        assert run.with_drawing["sorteada"] > 0.5
        assert run.with_random["Grad-CAM"] < run.with_random["saliência"] - 0.2


def test_the_network_knows_the_digits(runs):
    assert all(run.accuracy > 0.93 for run in runs)


def test_it_shows_two_right_answers_and_the_wrong_ones_that_it_was_surest_of(values):
    wrong = values.predicted[values.shown] != values.y_test[values.shown]
    assert wrong.tolist() == [False] * 2 + [True] * 4


def test_saliency_is_the_size_of_the_slope(snippet):
    image, label = snippet.X_test[:1], snippet.predicted[:1]
    saliency, cam = (np.array(maps) for maps in snippet.look(snippet.model, image, label))
    assert saliency.shape == (1, 28, 28) and cam.shape == (1, 11, 11)
    assert saliency.min() >= 0 and cam.min() >= 0
    row, column = np.unravel_index(saliency[0].argmax(), (28, 28))
    step = np.zeros_like(image)
    step[0, row, column] = 1e-3
    above, below = (np.array(snippet.model(image + side * step))[0, label[0]] for side in (1, -1))
    assert abs(above - below) / 2e-3 == pytest.approx(saliency.max(), rel=0.05)
