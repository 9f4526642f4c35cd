def test_the_three_sets_fill_the_bar_one_after_the_other(values):
    ends = [start + width for start, width, *_ in values.subsets]
    starts = [start for start, *_ in values.subsets]
    assert [0, *ends] == [*starts, 100]


def test_the_widths_are_the_shares_that_the_names_say(values):
    for _, width, _, name, _ in values.subsets:
        assert name.endswith(f"{width} %")
