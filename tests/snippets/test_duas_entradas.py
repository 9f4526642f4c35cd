def test_both_halves_beat_each_alone(values):
    # Over 3 seeds: both .96 to .98, one .84 to .88.
    both = values.accuracy["as duas"]
    assert both > 0.92
    assert both > max(values.accuracy["só a de cima"], values.accuracy["só a de baixo"]) + 0.04


def test_each_input_has_its_half(values):
    assert values.input_names == ["top", "bottom"]
    for parts, whole in ((values.parts, values.X_train), (values.test_parts, values.X_test)):
        assert (parts["top"] == whole[:, :32]).all() and (parts["bottom"] == whole[:, 32:]).all()
