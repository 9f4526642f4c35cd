def test_what_was_never_seen_is_rebuilt_badly(values):
    assert values.found > 0.9
    assert values.false_alarms < 0.35  # 3 seeds: .05 to .2


def test_the_autoencoder_saw_nothing_but_zeros(values):
    assert len(values.train) + len(values.test) == (values.y == 0).sum()
    assert values.error_others.mean() > 2 * values.error_test.mean()
