def test_network_and_line_differ_less_than_splits_do(values):
    """The slide says that the split changes the error more than the model does."""
    line = values.errors["regressão linear"]
    assert values.largest_difference < line.max() - line.min()


def test_the_difference_is_small_beside_the_gain_over_the_mean(values):
    gain = (values.errors["média"] - values.errors["regressão linear"]).min()
    assert gain > 8
    assert values.largest_difference < gain / 4
