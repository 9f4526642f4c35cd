import pytest


def test_the_neuron_by_hand_is_that_of_keras(values):
    assert values.z.item() == pytest.approx(2 * 0.3 - 0.8 - 0.5 * 0.4 + 0.1)
    assert values.a.item() == pytest.approx(values.keras_answer, abs=1e-6)
