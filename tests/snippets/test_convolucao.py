import numpy as np


def test_the_map_is_that_of_keras(values):
    from keras import ops

    image = values.imagem[None, ..., None].astype("float32")
    kernel = values.filtro[..., None, None].astype("float32")
    assert np.allclose(ops.conv(image, kernel)[0, ..., 0], values.mapa)


def test_the_worked_number_is_that_of_the_marked_window(snippet):
    assert snippet.resposta == snippet.soma_esquerda - snippet.soma_direita
    assert snippet.resposta == snippet.mapa[snippet.linha, snippet.coluna]
    window, result = snippet.entrada.patches[0], snippet.saida.patches[0]
    assert window.get_xy() == result.get_xy() == (snippet.coluna - 0.5, snippet.linha - 0.5)
    assert (window.get_width(), result.get_width()) == (3, 1)
