import numpy as np
import pytest


def test_what_stays_is_divided_by_what_stays_of_it(runs):
    for values in runs:
        assert values.zeroed == pytest.approx(values.rate, abs=0.02)
        np.testing.assert_allclose(values.mean, values.x[0], rtol=0.1)  # of 20,000 draws; at 0.8, 0.015 of it at most
        np.testing.assert_allclose(np.unique(values.draws[:, 0]), [0, values.x[0, 0] / (1 - values.rate)], rtol=1e-5)
