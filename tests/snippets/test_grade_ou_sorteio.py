def test_nine_trials_see_three_rates_on_the_grid_and_nine_at_random(values):
    assert len(values.grade) == len(values.sorteio) == 9
    assert values.distintos == {"grade": 3, "sorteio": 9}


def test_some_draw_comes_closer_to_the_peak_than_the_grid(functions):
    best = {name: functions.acerto(getattr(functions, name)[:, 0]).max() for name in functions.distintos}
    assert best["sorteio"] > best["grade"]
