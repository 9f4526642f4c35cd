import numpy as np


def test_the_star_is_where_validation_turns(values):
    validation, best = values.validation, values.best
    assert 0 < best < len(validation) - 1
    assert np.all(np.diff(validation[: best + 1]) < 0) and np.all(np.diff(validation[best:]) > 0)


def test_descent_goes_down(values):
    loss = (values.weight - 0.5) ** 2
    assert np.all(np.diff(loss) < 0)
