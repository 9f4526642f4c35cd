import numpy as np


def test_the_loaded_network_answers_the_same(snippet):
    assert np.array_equal(snippet.before, snippet.after)
    assert snippet.loaded is not snippet.model


def test_the_scale_travels_with_the_network(snippet):
    """Raw columns differ a thousandfold; the network that was loaded takes them as they are."""
    kept = snippet.loaded.layers[0]
    assert np.allclose(np.array(kept.mean).ravel(), snippet.X_train.mean(axis=0), rtol=1e-3)
    assert snippet.accuracy > 0.9  # 3 seeds: .96 to 1
