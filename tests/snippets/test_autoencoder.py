import numpy as np


def test_beats_pca_at_every_size_of_code(runs):
    for run in runs:
        assert run.autoencoder_error < 0.85 * run.pca_error < run.mean, run.code_size


def test_a_larger_code_copies_better(runs):
    errors = {run.code_size: run.autoencoder_error for run in runs}
    assert errors[2] > 1.5 * errors[8] and errors[8] > 1.3 * errors[16]


def test_without_activations_it_is_about_a_pca(values):
    assert 0.999 * values.pca_error < values.linear_error < 1.15 * values.pca_error


def test_the_code_has_the_chosen_size(runs):
    for run in runs:
        assert run.code.shape == (run.code_size,)
        assert run.reconstructions["autoencoder"].shape == run.X_test.shape


def test_fails_on_images_unlike_those_it_was_trained_on(values):
    errors = values.outside_errors
    assert errors["espelhado"] > 2 * errors["dígito"]
    assert errors["embaralhado"] > 8 * errors["dígito"]
    assert errors["ruído"] > 8 * errors["dígito"]


def test_the_shuffled_images_have_the_same_ink(values):
    assert np.allclose(np.sort(values.outside["embaralhado"]), np.sort(values.X_test))


def test_shuffled_pixels_are_more_than_ten_times_worse(values):
    assert 10 < values.times < 20  # 12.4 to 14.6 with other seeds
