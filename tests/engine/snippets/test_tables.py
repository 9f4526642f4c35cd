"""DataFrames of other people: each as a slide should show it."""

import numpy as np
import pandas as pd

from engine.snippets.values import table_data


def test_an_index_that_only_counts_is_left_out_and_any_other_comes_first():
    frame = pd.DataFrame({"x": [0.5, 1.5]})
    assert table_data(frame) == {"heads": ["x"], "kinds": ["number"], "rows": [[0.5], [1.5]], "count": 2}
    assert table_data(frame.set_axis(["a", "b"]))["rows"] == [["a", 0.5], ["b", 1.5]]
    assert table_data(frame.iloc[1:])["rows"] == [[1, 1.5]]
    assert table_data(frame.rename_axis("n"))["heads"] == ["n", "x"]


def test_numbers_repeated_and_two_level_names_are_columns_of_their_own():
    assert table_data(pd.DataFrame([[1, 2]]))["heads"] == ["0", "1"]
    repeated = pd.DataFrame([[1, 10], [2, 20]], columns=["x", "x"])
    assert table_data(repeated)["rows"] == [[1, 10], [2, 20]]
    levels = pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("a", "min"), ("a", "max")]))
    assert table_data(levels)["heads"] == ["a / min", "a / max"]


def test_two_levels_of_an_index_are_two_columns():
    frame = pd.DataFrame({"x": [1]}, index=pd.MultiIndex.from_tuples([("a", 1)], names=["k", None]))
    table = table_data(frame)
    assert (table["heads"], table["kinds"], table["rows"]) == (
        ["k", "", "x"],
        ["text", "integer", "integer"],
        [["a", 1, 1]],
    )


def test_intervals_categories_dates_durations_and_truth_values_are_text():
    frame = pd.DataFrame({
        "faixa": pd.cut([1, 5], [0, 4, 10]),
        "dia": [pd.Timestamp("2026-01-31"), pd.Timestamp("2026-02-01 10:00")],
        "dura": pd.to_timedelta([90, 60], unit="min"),
        "sim": [True, False],
    })  # fmt: skip
    table = table_data(frame)
    assert set(table["kinds"]) == {"text"}
    assert table["rows"][0] == ["(0, 4]", "31/01/2026", "0 days 01:30:00", True]
    assert table["rows"][1][1] == "01/02/2026 10:00:00"


def test_what_is_missing_is_none_and_infinity_is_told():
    frame = pd.DataFrame({"x": [np.nan, np.inf], "t": [None, "a"], "d": [pd.NaT, pd.Timestamp("2026-01-01")]})
    assert table_data(frame)["rows"] == [[None, None, None], ["inf", "a", "01/01/2026"]]


def test_the_count_is_that_of_all_rows():
    table = table_data(pd.DataFrame({"x": range(1000)}))
    assert (table["count"], len(table["rows"])) == (1000, 60)
