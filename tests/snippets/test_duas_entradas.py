def test_both_halves_beat_each_alone(values):
    # Over 3 seeds: both .96 to .98, one .84 to .88.
    both = values.accuracy["as duas"]
    assert both > 0.92
    assert both > max(values.accuracy["só a de cima"], values.accuracy["só a de baixo"]) + 0.04


def test_each_input_has_its_half(functions):
    assert functions.input_names == ["top", "bottom"]
    halves = functions.halves(functions.X_test)
    assert (halves["top"] == functions.X_test[:, :32]).all()
    assert (halves["bottom"] == functions.X_test[:, 32:]).all()
