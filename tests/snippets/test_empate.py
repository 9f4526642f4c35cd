def test_network_and_line_differ_less_than_splits_do(values):
    """The slide says that the split changes the error more than the model does."""
    line = values.erros["regressão linear"]
    assert values.maior_diferenca < line.max() - line.min()


def test_the_difference_is_small_beside_the_gain_over_the_mean(values):
    gain = (values.erros["média"] - values.erros["regressão linear"]).min()
    assert gain > 8
    assert values.maior_diferenca < gain / 4
