def test_two_neurons_are_too_few(snippet):
    # Over 3 seeds: 2 at .6 to .9, 32 at .96 to .99.
    few, many = snippet.notas[2], snippet.notas[32]
    assert few.shape == many.shape == (3,)
    assert many.mean() > 0.92
    assert many.mean() > few.mean() + 0.03
