import numpy as np
import pytest


def test_silu_is_the_sum_times_its_sigmoid(values):
    assert values.y == pytest.approx(values.x / (1 + np.exp(-values.x)), abs=1e-5)


def test_the_slope_is_zero_at_the_minimum(values):
    assert values.minimum == pytest.approx(-0.2785, abs=1e-3)
    assert values.slope[values.y.argmin()] == pytest.approx(0, abs=0.01)
    assert values.slope == pytest.approx(np.gradient(values.y, values.x), abs=0.01)
