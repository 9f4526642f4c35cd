def test_the_three_sets_fill_the_bar_one_after_the_other(snippet):
    ends = [start + width for start, width, *_ in snippet.conjuntos]
    starts = [start for start, *_ in snippet.conjuntos]
    assert [0, *ends] == [*starts, 100]


def test_the_widths_are_the_shares_that_the_names_say(snippet):
    for _, width, _, name, _ in snippet.conjuntos:
        assert name.endswith(f"{width} %")
