import pytest

from engine.slides.portuguese import markdown_table, markdown_text, number


@pytest.mark.parametrize(
    ("value", "options", "text"),
    [
        (0.97345, {"digits": 1, "percent": True}, "97,3\N{NO-BREAK SPACE}%"),
        (1, {"percent": True, "digits": 0}, "100\N{NO-BREAK SPACE}%"),
        (6209, {}, "6.209"),
        (1234.5, {}, "1.234,50"),
        (-0.5, {}, "\N{MINUS SIGN}0,50"),
        (-1e-9, {}, "0,00"),
        (2.5, {"digits": 0}, "2"),
        (True, {}, "sim"),
        ("texto", {}, "texto"),
    ],
)
def test_numbers_are_written_as_in_brazil(value, options, text):
    assert number(value, **options) == text


def test_text_cannot_become_markup():
    assert markdown_text("a|b *c* <d> `e` [f]\ng") == r"a\|b \*c\* \<d\> \`e\` \[f\] g"


def table(fields, data, key=()):
    schema = {"fields": [{"name": n, "type": t} for n, t in fields], "primaryKey": list(key)}
    return {"schema": schema, "data": data}


def test_numbers_stand_to_the_right_and_text_to_the_left():
    resource = table([("nome", "string"), ("n", "integer"), ("x", "number")], [{"nome": "a", "n": 3, "x": 1.5}])
    assert markdown_table(resource) == "| nome | n | x |\n| :--- | ---: | ---: |\n| a | 3 | 1,50 |"


def test_an_index_that_only_counts_is_left_out():
    resource = table([("index", "integer"), ("x", "number")], [{"index": 0, "x": 0.125}], key=["index"])
    assert markdown_table(resource, digits=3) == "| x |\n| ---: |\n| 0,125 |"


def test_an_index_with_a_name_stays():
    resource = table([("modelo", "string"), ("x", "number")], [{"modelo": "rede", "x": 1.0}], key=["modelo"])
    assert markdown_table(resource, digits=1).splitlines()[2] == "| rede | 1,0 |"


def test_a_missing_number_is_a_dash_and_markup_is_text():
    resource = table([("a", "string"), ("x", "number")], [{"a": "<b>|", "x": None}])
    assert markdown_table(resource).splitlines()[2] == r"| \<b\>\| | – |"


def test_of_a_long_table_the_first_rows_are_shown_and_how_many_were_left_out():
    resource = table([("a", "string"), ("x", "number")], [{"a": "b", "x": 1.0}] * 20)
    rows = markdown_table(resource, most=5).splitlines()
    assert len(rows) == 2 + 5 + 1
    assert rows[-1] == "| … (mais 15 linhas) |  |"
