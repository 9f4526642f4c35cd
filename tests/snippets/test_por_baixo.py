import numpy as np


def test_the_step_by_hand_leaves_the_weights_that_keras_leaves(values):
    assert values.same
    for mine, usual in zip(values.by_hand, values.usual, strict=True):
        np.testing.assert_allclose(mine, usual, atol=1e-6)


def test_both_learned_and_the_own_step_says_its_loss(values):
    assert values.history["loss"][-1] < 0.9 * values.history["loss"][0]
    assert list(values.own_history) == ["perda"]
    assert values.own_history["perda"][-1] < 0.9 * values.own_history["perda"][0]
