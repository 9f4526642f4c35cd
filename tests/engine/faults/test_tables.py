"""A DataFrame is on the slide as its author's reader would write it: nothing lost, nothing in another's numbers."""

import re

IMPORT = (
    "import numpy as np, pandas as pd, datetime as dt\nfrom decimal import Decimal\nfrom fractions import Fraction\n"
)
WORD = '{{ table("NAME", "a") }}'


def frame(text):
    return f"{IMPORT}pd.DataFrame({text})"


MINUS, DASH = "\N{MINUS SIGN}", "–"
YEARS = '{{ table("NAME", "a", plain=["ano"]) }}'
RIGHTS = {
    "years_as_text": (frame("{'ano': [2025], 'x': [2025]}"), YEARS, "ano | x\n2025 | 2.025"),
    "infinity": (frame("{'x': [np.inf, -np.inf, 1.5]}"), WORD, f"x\n∞\n{MINUS}∞\n1,50"),
    "missing": (
        frame("{'x': [np.nan, 1.0], 't': [None, 'b'], 'n': pd.array([None, 2], 'Int64'), 'd': [pd.NaT, pd.NaT]}"),
        WORD,
        f"x | t | n | d\n{DASH} | {DASH} | {DASH} | {DASH}\n1,00 | b | 2 | {DASH}",
    ),
    "minus_nothing": (frame("{'x': [-0.0, -0.001]}"), WORD + "{# #}", "x\n0,00\n0,00"),
    "minus": (frame("{'x': [-1234.5], 'n': [-7]}"), WORD, f"x | n\n{MINUS}1.234,50 | {MINUS}7"),
    "great": (frame("{'x': [1e21], 'n': [10**18]}"), WORD, f"x | n\n{'1' + '.000' * 7},00 | {'1' + '.000' * 6}"),
    "objects": (
        frame("{'x': [1.5, 'a', None, True, 2, Decimal('0.25')]}, dtype=object"),
        WORD,
        f"x\n1,50\na\n{DASH}\nsim\n2\n0,25",
    ),
    "numpy_types": (
        frame("{'x': [np.float32(0.5), np.int8(3), np.bool_(False), np.str_('t')]}, dtype=object"),
        WORD,
        "x\n0,50\n3\nnão\nt",
    ),
    "fractions": (frame("{'x': [Fraction(1, 2), 1 + 2j]}, dtype=object"), WORD, "x\n1/2\n(1+2j)"),
    "days": (
        frame("{'d': pd.to_datetime(['2026-01-31', '2026-02-01'])}"), WORD, "d\n31/01/2026\n01/02/2026"
    ),
    "days_of_python": (
        frame("{'d': [dt.date(2026, 1, 31), dt.datetime(2026, 1, 31, 8, 5)]}, dtype=object"),
        WORD,
        "d\n31/01/2026\n31/01/2026 08:05:00",
    ),
    "days_of_numpy": (
        frame("{'d': [np.datetime64('2026-01-31')]}, dtype=object"), WORD, "d\n31/01/2026"
    ),
    "old_days": (frame("{'d': [dt.date(1500, 4, 22)]}, dtype=object"), WORD, "d\n22/04/1500"),
    "index_of_days": (
        frame("{'x': [1]}, index=pd.to_datetime(['2026-01-31'])"), WORD, "| x\n31/01/2026 | 1"
    ),
    "index_from_one": (frame("{'x': ['a', 'b']}, index=[1, 2]"), WORD, "| x\n1 | a\n2 | b"),
    "index_turned": (frame("{'x': ['a', 'b']}.copy()") + ".iloc[::-1]", WORD, "| x\n1 | b\n0 | a"),
    "index_named": (frame("{'x': [1]}") + ".rename_axis('linha')", WORD, "linha | x\n0 | 1"),
    "levels": (
        frame("{'k': ['a', 'a', 'b'], 'c': ['u', 'v', 'u'], 'x': [1, 2, 3]}") + ".set_index(['k', 'c'])",
        WORD,
        "k | c | x\na | u | 1\na | v | 2\nb | u | 3",
    ),
    "grouped": (
        frame("{'k': ['a', 'a'], 'x': [1.0, 2.0]}") + ".groupby('k').agg(['mean', 'max'])",
        WORD,
        "k | x / mean | x / max\na | 1,50 | 2,00",
    ),
    "bars": (frame("{'a|b': ['c|d', r'\\|']}"), WORD, "a|b\nc|d\n\\|"),
    "markdown": (
        frame("{'*t*': ['**a**', '`b`', '[c](d)', '$e$', '_f_', '~~g~~', '# h', ':i:']}"),
        WORD,
        "*t*\n**a**\n`b`\n[c](d)\n$e$\n_f_\n~~g~~\n# h\n:i:",
    ),
    "tags": (frame("{'<b>t</b>': ['a < b &amp; c', '<br>', '<!-- x -->']}"), WORD,
             "<b>t</b>\na < b &amp; c\n<br>\n<!-- x -->"),
    "addresses": (frame("{'t': ['https://keras.io', 'www.a.com', 'a@b.com']}"), WORD,
                  "t\nhttps://keras.io\nwww.a.com\na@b.com"),
    "backslashes": (frame(r"{'t': ['C:\\novo', 'a\\']}"), WORD, "t\nC:\\novo\na\\"),
    "lines": (frame(r"{'t': ['um\ndois', 'um\r\ndois', 'um\tdois']}"), WORD, "t\num dois\num dois\num\tdois"),
    "separators": (frame(r"{'t': ['um\u2028dois\x85três']}"), WORD, "t\num\u2028dois\x85três"),
    "jinja": (frame("{'t': ['{{ x }}', '{% y %}']}"), WORD, "t\n{{ x }}\n{% y %}"),
    "lists": (frame("{'t': [[1, 2], {'a': 0.5}, (3,)]}, dtype=object"), WORD, "t\n[1, 2]\n{'a': 0.5}\n(3,)"),
    "categories": (frame("{'t': pd.Categorical(['b', None]), 'n': pd.Categorical([1, 2])}"), WORD,
                   f"t | n\nb | 1\n{DASH} | 2"),
    "blank": (frame("{'t': ['', ' ']}"), WORD, "t"),
    "long": (frame("{'n': range(1000)}"), WORD, "\n".join(["n", *map(str, range(14)), "… (mais 986 linhas)"])),
    "wide": (frame("[list(range(40))]"), WORD, "\n".join(2 * [" | ".join(map(str, range(40)))])),
    "no_rows": (frame("{'x': [], 't': []}"), WORD, "x | t"),
    "years": (frame("{'ano': [2024, 2025]}"), '{{ table("NAME", "a", code=["ano"]) }}', "ano\n2024\n2025"),
    "code": (frame(r"{'c': ['a | b', '`x`', 'um\ndois']}"), '{{ table("NAME", "a", code=["c"]) }}',
             "c\na | b\n`x`\num\ndois"),
}  # fmt: skip
X = "{'x': [1.5]}"
FAULTS = {
    "series": (f"{IMPORT}pd.Series([1])", WORD, r'the last value of the cell "a" of series is no DataFrame.*to_frame'),
    "array": (f"{IMPORT}np.zeros((2, 2))", WORD, "is no DataFrame.*pd.DataFrame"),
    "nothing": (frame(X) + "\nNone", WORD, "is no DataFrame"),
    "semicolon": (frame(X) + ";", WORD, "is no DataFrame"),
    "styled": (frame(X) + ".style", WORD, r"shows HTML, which a slide can't; end it with a DataFrame"),
    "no_columns": (frame("{}"), WORD, "no DataFrame with columns"),
    "code_of_nothing": (frame(X), '{{ table("NAME", "a", code=["y"]) }}', 'no column "y".*columns: x'),
    "code_is_text": (frame(X), '{{ table("NAME", "a", code="x") }}', r"code must be a list of texts"),
    "digits_are_text": (frame(X), '{{ table("NAME", "a", digits="2") }}', "digits must be a whole number"),
    "digits_below_nothing": (frame(X), '{{ table("NAME", "a", digits=-1) }}', "digits must be a whole number"),
    "raises_in_repr": (
        f"{IMPORT}class C(pd.DataFrame):\n    def _repr_html_(self): 1 / 0\nC({X})",
        WORD,
        "ZeroDivisionError|is no DataFrame",
    ),
}  # fmt: skip


def test_the_slide_shows_the_table(shown, right):
    text = re.sub(r" *\n *", "\n", shown(right)).strip()
    assert text == RIGHTS[right][-1]


def test_what_is_no_table_is_told(faulty, fault):
    faulty.check(fault)
