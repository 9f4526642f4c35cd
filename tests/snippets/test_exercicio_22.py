import numpy as np
import pytest


def test_the_stored_mean_is_that_of_the_layer(functions):
    assert functions.stored_mean(functions.draw(0), functions.chosen) == pytest.approx(functions.by_keras, abs=1e-3)


def test_after_n_batches_of_the_same_mean_the_missing_part_is_the_power(functions):
    error = functions.stored_mean(np.full((20, 4), 5.0), 0.9)
    assert error == pytest.approx(5 * (1 - 0.9**20))


def test_the_chosen_momentum_errs_little_on_new_draws_too(functions):
    best = min(functions.mean_error(momentum, range(100, 150)) for momentum in functions.momenta)
    assert functions.mean_error(functions.chosen, range(100, 150)) < 1.5 * best


def test_too_long_a_memory_and_too_short_a_one_err_more(values):
    """In each of four times a hundred draws, the order is the same."""
    for errors in values.trials:
        assert np.argsort(errors).tolist() == [2, 3, 4, 1, 0]
