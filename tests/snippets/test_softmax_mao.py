import keras
import numpy as np
import pytest


def test_by_hand_equals_keras(snippet):
    np.testing.assert_allclose(keras.ops.softmax(snippet.logits), snippet.p, rtol=1e-5)
    assert float(snippet.keras_loss) == pytest.approx(snippet.loss, rel=1e-5)


def test_the_outputs_share_one(values):
    assert values.p.sum() == pytest.approx(1)
    assert (np.diff(values.p) < 0).all()


def test_the_loss_rises_by_one_as_the_right_class_has_one_less(runs):
    assert [run.truth for run in runs] == [0, 1, 2]
    assert np.diff([run.by_hand for run in runs]) == pytest.approx(1)
    assert all(run.keras_answer == pytest.approx(run.by_hand, rel=1e-5) for run in runs)
