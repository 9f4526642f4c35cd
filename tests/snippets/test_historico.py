import numpy as np


def test_the_keys_are_those_that_the_slide_names(values):
    assert list(values.curves) == ["accuracy", "loss", "val_accuracy", "val_loss"]


def test_there_is_a_number_for_each_epoch(values):
    assert (values.curves.count() == 20).all()


def test_the_loss_in_validation_falls_from_row_to_row_and_both_curves_go_together(values):
    validation = values.curves["val_loss"]
    assert validation[1] > validation[5] > validation[20]
    assert abs(validation[20] - values.curves["loss"][20]) < 0.1


def test_the_scale_is_that_of_the_training_part(values):
    np.testing.assert_allclose(values.X_train.mean(axis=0), 0, atol=1e-6)
    np.testing.assert_allclose(values.X_train.std(axis=0), 1, atol=1e-6)
