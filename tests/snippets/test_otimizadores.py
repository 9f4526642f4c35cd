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


def test_none_arrives_with_a_small_rate_and_the_last_one_depends_on_it(runs):
    distances = {run.learning_rate: run.distance for run in runs}
    assert min(distances[0.02].values()) > 0.2
    assert distances[0.4]["SGD"] < 0.02 < 0.04 < distances[0.4]["Adam"]
    assert distances[0.1]["SGD"] < distances[0.1]["Adam"]
    assert all(run.nearest == "momentum" for run in runs)
    assert all(run.distance[run.nearest] < run.distance[run.second] < run.distance[run.furthest] for run in runs)


def test_a_large_rate_makes_sgd_jump_across_the_valley(runs):
    for run in runs:
        across = run.paths["SGD"] @ np.array([1, 1]) - run.best.sum()
        assert (np.sign(across[1]) != np.sign(across[0])) == (run.learning_rate == 0.4)
