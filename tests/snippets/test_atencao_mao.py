import numpy as np


def test_keras_gives_the_same_as_the_sum_by_hand(values):
    assert values.difference < 1e-5
    assert np.allclose(values.by_keras, values.answer, atol=1e-5)


def test_the_weights_are_a_softmax_of_the_scaled_products(values):
    products = np.array([[x @ k for k in values.X] for x in values.X])
    assert np.allclose(values.scores * np.sqrt(2), products)
    assert np.allclose(values.weights.sum(axis=1), 1)
    assert values.weight_of["não"] == values.weight_of["ruim"] > 10 * values.weight_of["achei"]


def test_the_answer_is_the_mean_with_these_weights(values):
    by_loop = sum(weight * x for weight, x in zip(values.weights[2], values.X, strict=True))
    assert np.allclose([values.result["x"], values.result["y"]], by_loop)
