import pytest


def test_the_neuron_by_hand_is_that_of_keras(snippet):
    assert snippet.z.item() == pytest.approx(2 * 0.3 - 0.8 - 0.5 * 0.4 + 0.1)
    assert snippet.a.item() == pytest.approx(snippet.keras_answer, abs=1e-6)
