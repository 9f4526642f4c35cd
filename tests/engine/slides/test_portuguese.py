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
        (0.285, {"digits": 0, "percent": True}, "28\N{NO-BREAK SPACE}%"),
        (0.2851, {"digits": 0, "percent": True}, "29\N{NO-BREAK SPACE}%"),
        (2.675, {}, "2,68"),
        (1e22, {"digits": 5, "percent": True}, f"1{8 * '.000'},00000\N{NO-BREAK SPACE}%"),
        (True, {}, "sim"),
        (float("nan"), {"percent": True}, "NaN"),
        (float("-inf"), {}, "\N{MINUS SIGN}∞"),
        ("texto", {}, "texto"),
    ],
)
def test_numbers_are_written_as_in_brazil(value, options, text):
    assert number(value, **options) == text


def test_text_cannot_become_markup():
    assert markdown_text("a|b *c* <d> `e` [f]\ng") == r"a\|b \*c\* \<d\> \`e\` \[f\] g"


def table(heads, kinds, *rows, count=None):
    return {"heads": heads, "kinds": kinds, "rows": [list(row) for row in rows], "count": count or len(rows)}


def test_numbers_stand_to_the_right_and_text_to_the_left():
    shown = markdown_table(table(["nome", "n", "x"], ["text", "integer", "number"], ("a", 3, 1.5)))
    assert shown == "| nome | n | x |\n| :--- | ---: | ---: |\n| a | 3 | 1,50 |"


def test_the_digits_are_those_of_numbers_that_are_not_whole():
    shown = markdown_table(table(["x", "n"], ["number", "integer"], (0.125, 1200)), digits=3)
    assert shown.splitlines()[2] == "| 0,125 | 1.200 |"


def test_what_is_missing_is_a_dash_markup_is_text_and_infinity_a_sign():
    shown = markdown_table(table(["<a>", "x"], ["text", "number"], ("<b>|&amp;", None), ("", "-inf")))
    assert shown.splitlines()[0] == r"| \<a\> | x |"
    assert shown.splitlines()[2:] == [r"| \<b\>\|\&amp; | – |", "|  | \N{MINUS SIGN}∞ |"]


def test_code_keeps_its_lines_its_bars_and_its_back_ticks():
    shown = markdown_table(table(["c"], ["text"], ("a | b\n`x`",)), code=["c"])
    assert shown.splitlines()[2] == r"| `a \| b`<br>`` `x` `` |"


def test_of_a_long_table_the_first_rows_are_shown_and_how_many_were_left_out():
    rows = markdown_table(table(["a", "x"], ["text", "number"], *[("b", 1.0)] * 20, count=1000), most=5).splitlines()
    assert len(rows) == 2 + 5 + 1
    assert rows[-1] == "| … (mais 995 linhas) |  |"
