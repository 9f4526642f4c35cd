def test_both_halves_beat_each_alone(snippet):
    # Over 3 seeds: both .96 to .98, one .84 to .88.
    both = snippet.acerto["as duas"]
    assert both > 0.92
    assert both > max(snippet.acerto["só a de cima"], snippet.acerto["só a de baixo"]) + 0.04


def test_each_input_has_its_half(snippet):
    assert snippet.nomes_das_entradas == ["cima", "baixo"]
    halves = snippet.halves(snippet.X_test)
    assert (halves["cima"] == snippet.X_test[:, :32]).all()
    assert (halves["baixo"] == snippet.X_test[:, 32:]).all()
