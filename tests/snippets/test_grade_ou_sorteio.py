def test_nine_trials_see_three_rates_on_the_grid_and_nine_at_random(snippet):
    assert len(snippet.grade) == len(snippet.sorteio) == 9
    assert snippet.distintos == {"grade": 3, "sorteio": 9}


def test_some_draw_comes_closer_to_the_peak_than_the_grid(snippet):
    best = {name: snippet.acerto(getattr(snippet, name)[:, 0]).max() for name in snippet.distintos}
    assert best["sorteio"] > best["grade"]
