def test_the_combinations_multiply(values):
    assert len(values.grid) == 2 * 3 * 3 * 3


def test_the_space_is_that_of_the_slide(values):
    assert sum(c["epochs"] for c in values.grid) == 18 * (50 + 100 + 200)
