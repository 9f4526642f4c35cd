import numpy as np
import pytest


def test_the_shape_says_that_each_was_compared_with_all(values):
    assert list(values.shape) == [values.people, values.people]


def test_the_mended_error_is_that_of_keras(values):
    assert values.right == pytest.approx(values.by_keras, rel=1e-4)
    assert values.right == pytest.approx(np.abs(values.predicted.ravel() - values.y_val).mean())


def test_only_the_wrong_error_is_above_that_of_the_mean(values):
    # Over 5 seeds: baseline 60 to 67, wrong 69 to 78, right 44 to 47.
    assert values.right < values.baseline - 5 < values.wrong - 5
