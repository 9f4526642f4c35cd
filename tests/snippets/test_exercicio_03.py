import numpy as np


def test_the_network_tells_the_wines_apart(values):
    assert values.accuracy > 0.9  # 3 seeds: .94 to .99
    assert values.accuracy > values.majority + 0.3


def test_the_matrix_counts_every_wine_of_the_test(values):
    np.testing.assert_array_equal(values.matrix.sum(axis=1), np.bincount(values.y_test))
    assert values.matrix.trace() / values.matrix.sum() == values.accuracy


def test_the_scale_is_that_of_the_training_part(values):
    np.testing.assert_allclose(values.X_train.mean(axis=0), 0, atol=1e-6)
    np.testing.assert_allclose(values.X_train.std(axis=0), 1, atol=1e-6)
