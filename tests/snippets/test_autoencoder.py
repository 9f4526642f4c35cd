import numpy as np


def test_beats_pca_at_every_size_of_code(snippet):
    for size, errors in snippet.linhas.items():
        assert errors["autoencoder"] < 0.85 * errors["PCA"], size
    assert snippet.linhas[2]["PCA"] < snippet.media


def test_without_activations_it_is_about_a_pca(snippet):
    assert 0.999 * snippet.erro_pca < snippet.erro_linear < 1.15 * snippet.erro_pca


def test_the_code_has_eight_numbers(snippet):
    assert snippet.codigo.shape == (8,)
    assert snippet.reconstrucao["autoencoder"].shape == snippet.X_test.shape


def test_fails_on_images_unlike_those_it_was_trained_on(snippet):
    errors = snippet.erros_fora
    assert errors["espelhado"] > 2 * errors["dígito"]
    assert errors["embaralhado"] > 8 * errors["dígito"]
    assert errors["ruído"] > 8 * errors["dígito"]


def test_the_shuffled_images_have_the_same_ink(snippet):
    assert np.allclose(np.sort(snippet.fora["embaralhado"]), np.sort(snippet.X_test))
