import numpy as np


def test_a_neuron_answers_with_one_number_an_example(snippet):
    weights, bias = snippet.neuron.get_weights()
    np.testing.assert_allclose(snippet.answer, snippet.x @ weights + bias, rtol=1e-5)
    assert tuple(snippet.answer.shape) == (1, 1)
