def test_network_and_line_differ_less_than_splits_do(snippet):
    """The slide says that the split changes the error more than the model does."""
    line = snippet.erros["regressão linear"]
    assert snippet.maior_diferenca < line.max() - line.min()


def test_the_difference_is_small_beside_the_gain_over_the_mean(snippet):
    gain = (snippet.erros["média"] - snippet.erros["regressão linear"]).min()
    assert gain > 8
    assert snippet.maior_diferenca < gain / 4
