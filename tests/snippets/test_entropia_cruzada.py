import math

import pytest


def test_keras_gives_minus_the_logarithm_of_the_probability_of_the_truth(values):
    assert values.sure_and_wrong_loss == pytest.approx(-math.log(0.01), rel=1e-3)


@pytest.mark.parametrize("p", [0.9, 0.5])
def test_the_loss_of_a_half_sure_answer_is_between(functions, p):
    loss = float(functions.losses.binary_crossentropy([1.0], [p]))
    assert loss == pytest.approx(-math.log(p), rel=1e-3)
    assert loss < functions.sure_and_wrong_loss
