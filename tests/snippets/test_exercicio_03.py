def test_the_network_tells_the_wines_apart(snippet):
    assert snippet.acuracia > 0.9  # 3 seeds: .94 to .99
    assert snippet.acuracia > snippet.maioria + 0.3


def test_the_matrix_counts_every_wine_of_the_test(snippet):
    assert snippet.matriz.sum() == len(snippet.y_test)
    assert snippet.matriz.trace() / snippet.matriz.sum() == snippet.acuracia
