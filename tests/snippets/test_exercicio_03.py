import numpy as np


def test_the_network_tells_the_wines_apart(snippet):
    assert snippet.acuracia > 0.9  # 3 seeds: .94 to .99
    assert snippet.acuracia > snippet.maioria + 0.3


def test_the_matrix_counts_every_wine_of_the_test(snippet):
    np.testing.assert_array_equal(snippet.matriz.sum(axis=1), np.bincount(snippet.y_test))
    assert snippet.matriz.trace() / snippet.matriz.sum() == snippet.acuracia


def test_the_scale_is_that_of_the_training_part(snippet):
    np.testing.assert_allclose(snippet.X_train.mean(axis=0), 0, atol=1e-6)
    np.testing.assert_allclose(snippet.X_train.std(axis=0), 1, atol=1e-6)
