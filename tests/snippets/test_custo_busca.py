def test_the_combinations_multiply(snippet):
    assert len(snippet.grid) == 2 * 3 * 3 * 3


def test_the_space_is_that_of_the_slide(snippet):
    assert sum(c["epochs"] for c in snippet.grid) == 18 * (50 + 100 + 200)
