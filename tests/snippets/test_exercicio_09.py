def test_what_was_never_seen_is_rebuilt_badly(snippet):
    assert snippet.achados > 0.9
    assert snippet.falsos < 0.35  # 3 seeds: .05 to .2


def test_the_autoencoder_saw_nothing_but_zeros(snippet):
    assert len(snippet.train) + len(snippet.test) == (snippet.y == 0).sum()
    assert snippet.error_others.mean() > 2 * snippet.error_test.mean()
