import numpy as np
import pytest


def test_the_slide_tells_of_four_draws(runs):
    assert len({run.seed for run in runs}) == 4


def test_two_are_as_noisy_as_one_and_four_times_32_halve_the_noise(runs):
    for seed in {run.seed for run in runs}:
        degrees = {run.batch_size: run.degrees for run in runs if run.seed == seed}
        assert degrees[2] > 0.7 * runs[0].deviation[1]
        assert degrees[128] == pytest.approx(degrees[32] / 2, rel=0.15)


def test_a_larger_batch_points_closer_to_the_true_direction(runs):
    # Over 5 seeds: 60 to 62 degrees with one example, 8.6 to 9.8 with 32.
    for run in runs:
        assert 50 < run.deviation[1] < 75
        assert run.degrees < 15 or run.batch_size < 32
        assert run.deviation[1] > run.degrees > run.deviation[1000]
        assert run.deviation[1000] == pytest.approx(0, abs=1e-3)


def test_the_gradient_is_that_of_the_loss(values):
    def loss(slope, offset):
        return np.mean((slope * values.x + offset - values.y) ** 2)

    a, b, h = values.slope, values.bias, 1e-5
    numeric = [
        (loss(a + h, b) - loss(a - h, b)) / (2 * h),
        (loss(a, b + h) - loss(a, b - h)) / (2 * h),
    ]
    assert values.true == pytest.approx(numeric, rel=1e-4)
