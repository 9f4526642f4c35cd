import keras
import numpy as np
import pytest


def test_the_outputs_do_not_compete(values):
    sums = values.outputs.sum(axis=1)
    assert (abs(sums - 1) > 0.2).mean() > 0.5


def test_the_network_beats_the_baselines(values):
    scores = values.accuracies
    assert scores["rede neural"] > scores["regressão logística"] - 1
    assert scores["regressão logística"] > scores["maioria"] + 10


def test_all_labels_right_is_much_rarer_than_each_one_right(values):
    assert values.all_correct < values.accuracies["rede neural"] / 100 - 0.2


def test_accuracy_by_its_plain_name_compares_only_the_largest_output(values):
    """The trap of the slide: with ``metrics=["accuracy"]`` Keras takes five columns for one class among five."""
    through = keras.Sequential([keras.Input(shape=(5,)), keras.layers.Identity()])
    through.compile(loss="binary_crossentropy", metrics=["accuracy"])
    seen = through.evaluate(values.outputs, values.Y_test, verbose=0, return_dict=True)["accuracy"]
    assert seen == pytest.approx(values.misleading_accuracy, abs=1e-3)
    assert seen < values.accuracies["rede neural"] / 100 - 0.1


def test_the_scale_is_that_of_the_training_part(values):
    np.testing.assert_allclose(values.X_train.mean(axis=0), 0, atol=1e-6)
    np.testing.assert_allclose(values.X_train.std(axis=0), 1, atol=1e-6)
