# Over 6 draws: 0.82 to 0.96 with the leak, 0.42 to 0.58 without: of 50 people, chance alone gives 0.36 to 0.64.


def test_choosing_columns_before_the_split_invents_accuracy_in_every_draw(runs):
    assert all(run.accuracy["errado"] > 0.7 for run in runs)


def test_without_the_leak_nothing_is_learned(runs):
    assert all(0.3 < run.accuracy["certo"] < 0.7 for run in runs)


def test_there_is_nothing_to_learn(values):
    assert values.shape == (200, 10_000) and values.people == 50
    assert 0.4 < values.y.mean() < 0.6
