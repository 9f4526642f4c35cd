def test_a_line_fails_on_the_inputs_and_works_on_the_learned_features(values):
    assert values.accuracy["entradas"] < 0.65
    assert values.accuracy["features"] > 0.97


def test_the_features_are_what_the_last_hidden_layer_gives(values):
    assert values.H_test.shape == (len(values.X_test), 2)
    assert abs(values.H_test).max() <= 1  # tanh
