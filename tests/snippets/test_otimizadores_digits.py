import pytest


@pytest.mark.parametrize("optimizer", ["momentum", "RMSprop", "Adam"])
def test_the_others_leave_plain_sgd_behind(values, optimizer):
    assert values.acuracia_final[optimizer] > values.acuracia_final["SGD"] + 0.06
    assert values.acuracia_final[optimizer] > 0.9


def test_momentum_gains_a_little_on_adam(values):
    """The slide says: for the last point, try SGD with momentum."""
    assert values.acuracia_final["momentum"] > values.acuracia_final["Adam"] - 0.005


def test_each_has_the_default_learning_rate_of_keras(values):
    from keras.optimizers import SGD, Adam, RMSprop

    for name, kind in {"SGD": SGD, "momentum": SGD, "RMSprop": RMSprop, "Adam": Adam}.items():
        assert values.taxas[name] == float(kind().learning_rate)
