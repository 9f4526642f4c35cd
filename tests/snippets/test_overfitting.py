import numpy as np
import pytest

# Over 3 draws of the data: without a stop the loss on test ends at 0.64 to 0.82, with it at 0.31 to 0.37.


def test_without_a_stop_train_falls_while_validation_rises(snippet):
    train, validation = snippet.sem_freio["loss"], snippet.sem_freio["val_loss"]
    assert train[-1] < 0.2
    assert validation[-1] > 1.5 * min(validation)
    assert np.argmin(validation) < 50


def test_the_stop_comes_ten_epochs_after_the_best(snippet):
    assert snippet.parou < 60
    assert snippet.parou == snippet.melhor_epoca + 10
    assert snippet.melhor_epoca == np.argmin(snippet.com_parada["val_loss"]) + 1


def test_the_weights_kept_are_those_of_the_best_epoch(snippet):
    assert snippet.perda_guardada == pytest.approx(min(snippet.com_parada["val_loss"]), abs=1e-4)


def test_the_loss_on_test_is_less_than_half(snippet):
    assert snippet.perda_com < 0.6 * snippet.perda_sem


def test_both_trainings_begin_alike(snippet):
    assert snippet.com_parada["val_loss"][0] == pytest.approx(snippet.sem_freio["val_loss"][0], abs=1e-3)


def test_there_are_more_than_a_thousand_numbers_for_each_example(snippet):
    assert snippet.parametros / snippet.exemplos > 1000
