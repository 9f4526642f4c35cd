import numpy as np
import pytest

# Over 3 draws of the data: without a stop the loss on test ends at 0.64 to 0.82, with it at 0.31 to 0.37.


def test_without_a_stop_train_falls_while_validation_rises(values):
    train, validation = values.sem_freio["loss"], values.sem_freio["val_loss"]
    assert train[-1] < 0.2
    assert validation[-1] > 1.5 * min(validation)
    assert np.argmin(validation) < 50


def test_the_stop_comes_ten_epochs_after_the_best(values):
    assert values.parou < 60
    assert values.parou == values.melhor_epoca + 10
    assert values.melhor_epoca == np.argmin(values.com_parada["val_loss"]) + 1


def test_the_weights_kept_are_those_of_the_best_epoch(values):
    assert values.perda_guardada == pytest.approx(min(values.com_parada["val_loss"]), abs=1e-4)


def test_the_loss_on_test_is_less_than_half(values):
    assert values.perda_com < 0.6 * values.perda_sem


def test_both_trainings_begin_alike(values):
    assert values.com_parada["val_loss"][0] == pytest.approx(values.sem_freio["val_loss"][0], abs=1e-3)


def test_there_are_more_than_a_thousand_numbers_for_each_example(values):
    assert values.parametros / values.exemplos > 1000
