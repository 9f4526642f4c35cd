import numpy as np


def test_each_range_of_ten_times_has_a_third(values):
    # Over 5 seeds: .30 to .36 each.
    assert len(values.right_rates) == 1000
    assert values.right_rates.min() >= 0.0001 and values.right_rates.max() <= 0.1
    assert np.abs(values.right - 1 / 3).max() < 0.07


def test_the_wrong_way_draws_nine_in_ten_from_the_last_range(values):
    # Over 5 seeds: .89 to .91.
    assert values.wrong[2] > 0.85 and values.wrong[0] < 0.02
