import numpy as np
import pytest


def test_the_derivative_of_sigmoid_is_never_more_than_a_quarter(values):
    assert values.largest_derivative["sigmoid"] == pytest.approx(0.25, abs=1e-4)


@pytest.mark.parametrize("name", ["tanh", "ReLU", "Leaky ReLU"])
def test_the_others_let_the_whole_error_through_somewhere(values, name):
    assert values.largest_derivative[name] == pytest.approx(1, abs=1e-3)


def test_relu_is_dead_on_the_left_and_leaky_relu_is_not(values):
    left = values.z < -0.1
    assert (values.derivatives["ReLU"][left] == 0).all()
    np.testing.assert_allclose(values.derivatives["Leaky ReLU"][left], 0.2, atol=1e-6)


@pytest.mark.parametrize("name", ["sigmoid", "tanh", "ReLU", "Leaky ReLU"])
def test_the_derivatives_are_the_slopes_of_the_curves(values, name):
    away = np.abs(values.z) > 0.2  # from the corner
    slope = np.gradient(values.values[name], values.z)
    np.testing.assert_allclose(values.derivatives[name][away], slope[away], atol=0.01)


def test_the_values_told_are_those_of_the_formulas(values):
    for z, told in ((1, values.at_one), (-1, values.at_minus_one)):
        formulas = {
            "sigmoid": 1 / (1 + np.exp(-z)),
            "tanh": (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z)),
            "ReLU": max(0, z),
            "Leaky ReLU": z if z > 0 else 0.2 * z,
        }
        assert told == pytest.approx(formulas, abs=1e-5)
