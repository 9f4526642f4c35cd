import keras
import numpy as np
import pytest


def test_by_hand_equals_keras(snippet):
    np.testing.assert_allclose(keras.ops.softmax(snippet.logits), snippet.p, rtol=1e-5)
    assert float(snippet.keras_loss) == pytest.approx(snippet.loss, rel=1e-5)


def test_the_outputs_share_one(values):
    assert values.p.sum() == pytest.approx(1)
    assert (np.diff(values.p) < 0).all()
