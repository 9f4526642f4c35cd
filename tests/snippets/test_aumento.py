import numpy as np


def test_augmentation_helps_in_validation_with_every_seed(runs):
    for run in runs:
        assert run.gain > 0.3
        assert run.with_augmentation["deslocada"] > run.plain["deslocada"] + 0.15


def test_without_augmentation_the_training_set_is_learned_by_heart(runs):
    assert min(run.plain["treino"] for run in runs) > 0.99


def test_the_layers_do_nothing_outside_training(snippet):
    images = snippet.X_train[:4]
    np.testing.assert_array_equal(snippet.augment.predict(images, verbose=0), images)
    assert not np.array_equal(snippet.augment(images, training=True), images)
