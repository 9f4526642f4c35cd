import numpy as np
import pytest


def test_dense_equals_the_neuron_in_numpy(values):
    assert values.y_keras == pytest.approx(values.y.item(), abs=1e-6)


@pytest.mark.parametrize("seed", range(3))
def test_dense_equals_numpy_for_any_inputs_and_weights(snippet, seed):
    rng = np.random.default_rng(seed)
    x, w, b = rng.normal(size=(5, 3)), rng.normal(size=(3, 1)), rng.normal(size=1)
    snippet.dense.set_weights([w, b])
    expected = np.maximum(0, x @ w + b)
    np.testing.assert_allclose(snippet.dense(x.astype("float32")).numpy(), expected, atol=1e-5)
