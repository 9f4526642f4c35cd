import numpy as np


def test_the_columns_are_almost_alike_so_that_the_valley_is_narrow(snippet):
    assert snippet.correlacao > 0.85


def test_momentum_arrives_while_plain_sgd_creeps(snippet):
    assert snippet.distancia["momentum"] < 0.05
    assert snippet.distancia["SGD"] > 0.15


def test_momentum_overshoots_and_sgd_does_not(snippet):
    furthest = {name: path[:, 1].max() for name, path in snippet.caminhos.items()}
    assert furthest["momentum"] > furthest["SGD"] + 0.3


def test_adam_moves_both_weights_alike_at_first(snippet):
    first = np.abs(np.diff(snippet.caminhos["Adam"][:2], axis=0))
    np.testing.assert_allclose(first, 0.1, rtol=0.01)  # its learning rate, whatever the slope
