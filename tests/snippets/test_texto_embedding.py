import numpy as np
import pytest

# Over 3 seeds: each adjective's nearest neighbour has its sign after training; in 25 to 62 % before.


def test_words_of_one_sign_come_together(runs):
    for run in runs:
        assert run.neighbours["depois"] > 0.9
        assert run.neighbours["antes"] < 0.8
        assert run.accuracy > 0.97


def test_a_row_of_the_table_is_a_product_with_a_one_hot_vector(values):
    assert np.allclose(values.by_product, values.by_layer)
    assert np.allclose(values.by_layer, values.before[values.vocabulary.index("ruim")])


def test_the_parameters_are_two_for_each_token(values):
    assert values.parameters == 2 * values.token_count == values.before.size


def test_the_row_of_unknown_words_does_not_move(values):
    assert values.unseen_moved == 0
    assert np.abs(values.after - values.before).max() > 0.1
    assert values.neighbours["depois"] == pytest.approx(1, abs=0.1)
