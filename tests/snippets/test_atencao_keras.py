import numpy as np


def test_numpy_gives_the_same_as_the_layer(values):
    assert values.difference < 1e-4
    assert np.allclose(np.array(values.row_sums), 1, atol=1e-5)


def test_another_order_only_reorders_the_answers(values):
    assert values.order_difference < 1e-5


def test_it_has_the_parameters_of_four_dense_layers(values):
    assert values.parameters == 4 * values.each == 4 * (16 * 16 + 16)
