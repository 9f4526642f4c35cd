import numpy as np


def test_beats_pca_at_every_size_of_code(values):
    for size, errors in values.linhas.items():
        assert errors["autoencoder"] < 0.85 * errors["PCA"], size
    assert values.linhas[2]["PCA"] < values.media


def test_without_activations_it_is_about_a_pca(values):
    assert 0.999 * values.erro_pca < values.erro_linear < 1.15 * values.erro_pca


def test_the_code_has_eight_numbers(values):
    assert values.codigo.shape == (8,)
    assert values.reconstrucao["autoencoder"].shape == values.X_test.shape


def test_fails_on_images_unlike_those_it_was_trained_on(values):
    errors = values.erros_fora
    assert errors["espelhado"] > 2 * errors["dígito"]
    assert errors["embaralhado"] > 8 * errors["dígito"]
    assert errors["ruído"] > 8 * errors["dígito"]


def test_the_shuffled_images_have_the_same_ink(values):
    assert np.allclose(np.sort(values.fora["embaralhado"]), np.sort(values.X_test))
