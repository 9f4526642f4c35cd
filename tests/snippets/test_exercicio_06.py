import numpy as np
import pytest


def test_silu_is_the_sum_times_its_sigmoid(snippet):
    assert snippet.y == pytest.approx(snippet.x / (1 + np.exp(-snippet.x)), abs=1e-5)


def test_the_slope_is_zero_at_the_minimum(snippet):
    assert snippet.minimo == pytest.approx(-0.2785, abs=1e-3)
    assert snippet.slope[snippet.y.argmin()] == pytest.approx(0, abs=0.01)
    assert snippet.slope == pytest.approx(np.gradient(snippet.y, snippet.x), abs=0.01)
