import numpy as np


def test_keras_gives_the_same(values):
    assert values.same
    assert np.allclose(values.keras_weights, values.weights, atol=1e-5)


def test_no_word_looks_ahead(values):
    assert not np.triu(values.weights, k=1).any()
    assert values.weights[0].tolist() == [1, 0, 0]
    assert np.allclose(values.weights.sum(axis=1), 1)
