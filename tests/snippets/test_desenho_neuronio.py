import numpy as np
import pytest


def test_the_numbers_drawn_are_those_of_the_neuron_in_numpy(values):
    z = np.dot(values.inputs, values.weights) + values.bias
    assert values.total == pytest.approx(z)
    assert values.outputs == pytest.approx(max(0, z))


def test_inputs_weights_and_output_stand_in_the_drawing(snippet):
    drawn = {text.get_text() for text in snippet.ax.texts}
    assert {"w₁ = 0.5", "w₂ = -1.0", "w₃ = 0.8", "viés b = -0.4", "2.0"} <= drawn
