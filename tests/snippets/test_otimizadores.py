import numpy as np


def test_the_columns_are_almost_alike_so_that_the_valley_is_narrow(values):
    assert values.correlation > 0.85


def test_momentum_arrives_while_plain_sgd_creeps(values):
    assert values.distance["momentum"] < 0.05
    assert values.distance["SGD"] > 0.15


def test_momentum_overshoots_and_sgd_does_not(values):
    furthest = {name: path[:, 1].max() for name, path in values.paths.items()}
    assert furthest["momentum"] > furthest["SGD"] + 0.3


def test_adam_moves_both_weights_alike_at_first(values):
    first = np.abs(np.diff(values.paths["Adam"][:2], axis=0))
    np.testing.assert_allclose(first, 0.1, rtol=0.01)  # its learning rate, whatever the slope
