import numpy as np
import pytest


def test_the_numbers_drawn_are_those_of_the_neuron_in_numpy(snippet):
    z = np.dot(snippet.entradas, snippet.pesos) + snippet.vies
    assert snippet.soma == pytest.approx(z)
    assert snippet.saida == pytest.approx(max(0, z))


def test_inputs_weights_and_output_stand_in_the_drawing(snippet):
    drawn = {text.get_text() for text in snippet.ax.texts}
    assert {"w₁ = 0.5", "w₂ = -1.0", "w₃ = 0.8", "viés b = -0.4", "2.0"} <= drawn
