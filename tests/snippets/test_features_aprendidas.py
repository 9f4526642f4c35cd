def test_a_line_fails_on_the_inputs_and_works_on_the_learned_features(snippet):
    assert snippet.acuracia["entradas"] < 0.65
    assert snippet.acuracia["features"] > 0.97


def test_the_features_are_what_the_last_hidden_layer_gives(snippet):
    assert snippet.H_test.shape == (len(snippet.X_test), 2)
    assert abs(snippet.H_test).max() <= 1  # tanh
