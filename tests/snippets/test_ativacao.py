import keras
import pytest


def test_without_activation_the_network_does_what_a_line_does(values):
    assert values.accuracies["nenhuma"] == pytest.approx(values.baseline, abs=0.03)


@pytest.mark.parametrize("activation", ["ReLU", "tanh"])
def test_with_activation_it_bends(values, activation):
    assert values.accuracies[activation] > values.baseline + 0.07


def test_the_three_networks_differ_in_the_activation_only(functions, monkeypatch):
    monkeypatch.setattr(keras.Model, "fit", lambda self, *data, **rest: None)
    shapes = [[weight.shape for weight in functions.build_model(activation).weights] for activation in functions.names]
    assert shapes[0] == shapes[1] == shapes[2]
