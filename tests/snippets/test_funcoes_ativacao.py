import numpy as np
import pytest


def test_the_derivative_of_sigmoid_is_never_more_than_a_quarter(snippet):
    assert snippet.maior_derivada["sigmoid"] == pytest.approx(0.25, abs=1e-4)


@pytest.mark.parametrize("name", ["tanh", "ReLU", "Leaky ReLU"])
def test_the_others_let_the_whole_error_through_somewhere(snippet, name):
    assert snippet.maior_derivada[name] == pytest.approx(1, abs=1e-3)


def test_relu_is_dead_on_the_left_and_leaky_relu_is_not(snippet):
    left = snippet.z < -0.1
    assert (snippet.derivadas["ReLU"][left] == 0).all()
    np.testing.assert_allclose(snippet.derivadas["Leaky ReLU"][left], 0.2, atol=1e-6)


@pytest.mark.parametrize("name", ["sigmoid", "tanh", "ReLU", "Leaky ReLU"])
def test_the_derivatives_are_the_slopes_of_the_curves(snippet, name):
    away = np.abs(snippet.z) > 0.2  # from the corner
    slope = np.gradient(snippet.valores[name], snippet.z)
    np.testing.assert_allclose(snippet.derivadas[name][away], slope[away], atol=0.01)
