import collections
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from engine.snippets.values import dump, load, own_names, plain_values

Named = collections.namedtuple("Named", "field")
FRAME = pd.DataFrame({"nome": ["a", None], "valor": [0.1, 2]})
COLUMN = FRAME["nome"]
DATA = {
    "number": 0.1,
    "nothing": None,
    "nested": [1, ("b", {"k": np.float32(0.3), 2: {3, 4}})],
    "array": np.array([[1.5, np.nan]]),
    "texts": np.array(["a", None], dtype=object),
    "frame": FRAME,
    "column": COLUMN,
    "same_column": COLUMN,
    "part": slice(2, None),
    "codes": pd.Categorical(["b", "a"]),
}
NO_DATA = {
    "function": len,
    "object": object(),
    "named": Named(1),
    "holds_one": {"a": [object()]},
    "array_of_them": np.array([object()]),
    "frame_of_them": pd.DataFrame({"a": [object()]}),
    "column_of_them": pd.Series([object()]),
    "too_large": np.zeros(2_000_000),
}
HIDDEN = {"_private": 1, "In": ["x = 1"], "Out": {}, "path": f"{Path.home()}/a", "data": "/deck/snippets/a.csv"}


@pytest.fixture(scope="module")
def back():
    return load(dump(DATA | NO_DATA))


def test_names_of_ipython_and_texts_with_a_folder_of_the_machine_are_left_out():
    assert own_names(DATA | HIDDEN, Path("/deck/snippets")).keys() == DATA.keys()


def test_only_data_is_kept(back):
    assert set(back) == set(DATA)


@pytest.mark.parametrize("name", ["number", "nothing", "nested", "part"])
def test_values_come_back_as_they_were(back, name):
    assert back[name] == DATA[name]


def test_arrays_and_tables_come_back_as_they_were(back):
    np.testing.assert_array_equal(back["array"], DATA["array"])
    assert back["texts"].tolist() == ["a", None]
    pd.testing.assert_frame_equal(back["frame"], FRAME)
    pd.testing.assert_series_equal(back["column"], FRAME["nome"])
    assert back["codes"].equals(DATA["codes"])


def test_two_names_of_one_object_stay_that(back):
    assert back["same_column"] is back["column"]


def test_types_come_back_too(back):
    assert type(back["nested"][1][1]["k"]) is np.float32


@pytest.mark.parametrize("packed", [b"", b"no", dump(DATA)[:-9]])
def test_what_is_damaged_is_told(packed):
    with pytest.raises(ValueError, match="the values of a snippet are damaged"):
        load(packed)


def test_plain_values_are_numbers_text_and_dictionaries_of_them():
    names = {"a": np.int64(1), "b": "x", "c": {1: 0.5}, "d": {"k": [1]}, "e": {}, "f": [1]}
    assert plain_values(names) == {"a": 1, "b": "x", "c": {"1": 0.5}}
