import pytest


@pytest.mark.parametrize("optimizer", ["momentum", "RMSprop", "Adam"])
def test_the_others_leave_plain_sgd_behind(values, optimizer):
    assert values.final_accuracy[optimizer] > values.final_accuracy["SGD"] + 0.06
    assert values.final_accuracy[optimizer] > 0.9


def test_each_has_the_default_learning_rate_of_keras(values):
    from keras.optimizers import SGD, Adam, RMSprop

    for name, kind in {"SGD": SGD, "momentum": SGD, "RMSprop": RMSprop, "Adam": Adam}.items():
        assert values.rates[name] == float(kind().learning_rate)
