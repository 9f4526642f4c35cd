import numpy as np
import pytest


def test_three_steps_by_hand_give_the_outputs_and_the_memory_of_keras(values):
    assert np.allclose([row["saída"] for row in values.rows], values.by_keras, atol=1e-6)
    assert values.rows[-1]["memória"] == pytest.approx(values.memory, abs=1e-6)


def test_the_forget_gate_begins_open(values):
    """Keras starts its bias at one, so that the memory is kept at first."""
    assert values.b.tolist() == [0, 1, 0, 0]
    assert all(row["esquece"] > 0.5 for row in values.rows)
    assert values.parameters == 4 * (1 * (1 + 1) + 1)
