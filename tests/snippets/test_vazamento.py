def test_choosing_columns_before_the_split_invents_accuracy(values):
    # Over 6 draws: 0.82 to 0.96 with the leak.
    assert values.accuracy["errado"] > 0.7


def test_without_the_leak_nothing_is_learned(values):
    # Over 6 draws: 0.46 to 0.52 without.
    assert 0.3 < values.accuracy["certo"] < 0.65


def test_there_is_nothing_to_learn(values):
    assert values.shape == (200, 10_000)
    assert 0.4 < values.y.mean() < 0.6
