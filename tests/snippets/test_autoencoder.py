import numpy as np


def test_beats_pca_at_every_size_of_code(values):
    for size, errors in values.rows.items():
        assert errors["autoencoder"] < 0.85 * errors["PCA"], size
    assert values.rows[2]["PCA"] < values.mean


def test_without_activations_it_is_about_a_pca(values):
    assert 0.999 * values.pca_error < values.linear_error < 1.15 * values.pca_error


def test_the_code_has_eight_numbers(values):
    assert values.code.shape == (8,)
    assert values.reconstructions["autoencoder"].shape == values.X_test.shape


def test_fails_on_images_unlike_those_it_was_trained_on(values):
    errors = values.outside_errors
    assert errors["espelhado"] > 2 * errors["dígito"]
    assert errors["embaralhado"] > 8 * errors["dígito"]
    assert errors["ruído"] > 8 * errors["dígito"]


def test_the_shuffled_images_have_the_same_ink(values):
    assert np.allclose(np.sort(values.outside["embaralhado"]), np.sort(values.X_test))
