import pytest


@pytest.mark.parametrize("optimizer", ["momentum", "RMSprop", "Adam"])
def test_the_others_leave_plain_sgd_behind(snippet, optimizer):
    assert snippet.acuracia_final[optimizer] > snippet.acuracia_final["SGD"] + 0.06
    assert snippet.acuracia_final[optimizer] > 0.9


def test_momentum_gains_a_little_on_adam(snippet):
    """The slide says: for the last point, try SGD with momentum."""
    assert snippet.acuracia_final["momentum"] > snippet.acuracia_final["Adam"] - 0.005


def test_each_has_the_default_learning_rate_of_keras(snippet):
    from keras.optimizers import SGD, Adam, RMSprop

    for name, kind in {"SGD": SGD, "momentum": SGD, "RMSprop": RMSprop, "Adam": Adam}.items():
        assert snippet.taxas[name] == float(kind().learning_rate)
