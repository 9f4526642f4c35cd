def test_nine_trials_see_three_rates_on_the_grid_and_nine_at_random(values):
    assert len(values.grid_search) == len(values.random_search) == 9
    assert values.distinct == {"grade": 3, "sorteio": 9}


def test_some_draw_comes_closer_to_the_peak_than_the_grid(functions):
    grid, drawn = (functions.accuracy(rates[:, 0]).max() for rates in (functions.grid_search, functions.random_search))
    assert drawn > grid
