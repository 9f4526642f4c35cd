import keras
import pytest


def test_without_activation_the_network_does_what_a_line_does(snippet):
    assert snippet.acuracias["nenhuma"] == pytest.approx(snippet.baseline, abs=0.03)


@pytest.mark.parametrize("activation", ["ReLU", "tanh"])
def test_with_activation_it_bends(snippet, activation):
    assert snippet.acuracias[activation] > snippet.baseline + 0.07


def test_the_three_networks_differ_in_the_activation_only(snippet, monkeypatch):
    monkeypatch.setattr(keras.Model, "fit", lambda self, *data, **rest: None)
    shapes = [[weight.shape for weight in snippet.train_net(activation).weights] for activation in snippet.nomes]
    assert shapes[0] == shapes[1] == shapes[2]
