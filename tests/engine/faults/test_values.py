"""A value is in its sentence as a reader would write it; what no sentence can show is told with its type."""

IMPORT = "import datetime as dt, numpy as np, pandas as pd\nfrom decimal import Decimal\nfrom fractions import *\n"
MINUS, NBSP = "\N{MINUS SIGN}", "\N{NO-BREAK SPACE}"


def held(value):
    return f"{IMPORT}v = {value}"


def word(name="v", more=""):
    return f'{{{{ value("NAME", "{name}"{more}) }}}}'


def said(value, text, name="v", more=""):
    return held(value), f"Vale {word(name, more)}.", f"Vale {text}."


RIGHTS = {
    "integer": said("12345", "12.345"),
    "decimal": said("-1234.567", f"{MINUS}1.234,57"),
    "minus_nothing": said("-0.0", "0,00"),
    "digits": said("2.5", "2,5000", more=", digits=4"),
    "no_digits": said("3.7", "4", more=", digits=0"),
    "percent": said("0.125", f"12,5{NBSP}%", more=", digits=1, percent=True"),
    "infinite": said("float('inf')", "∞"),
    "minus_infinite": said("-float('inf')", f"{MINUS}∞"),
    "no_number": said("float('nan')", "NaN"),
    "infinite_key": said("{'k': float('-inf')}", f"{MINUS}∞", "v.k"),
    "great": said("1e15", "1.000.000.000.000.000,00"),
    "great_integer": said("10**18", "1.000.000.000.000.000.000"),
    "truth": said("True", "sim"),
    "numpy_float": said("np.float32(0.5)", "0,50"),
    "numpy_integer": said("np.int64(-7)", f"{MINUS}7"),
    "numpy_truth": said("np.bool_(False)", "não"),
    "numpy_text": said("np.str_('texto')", "texto"),
    "numpy_nothing": said("np.float64('nan')", "NaN"),
    "key_with_dots": said("{'a.b': 1.5}", "1,50", "v.a.b"),
    "key_of_number": said("{8: 1.5}", "1,50", "v.8"),
    "key_with_accents": said("{'média de São': 1}", "1", "v.média de São"),
    "markdown": said("'*a* __b__ `c` [d](e) ![f](g.png) ~h~'", "*a* __b__ `c` [d](e) ![f](g.png) ~h~"),
    "tags": said("'<s> a < b </s> <!-- c -->'", "<s> a < b </s> <!-- c -->"),
    "entities": said("'a &amp; b &lt; &#65;'", "a &amp; b &lt; &#65;"),
    "backslashes": said(r"r'C:\novo \* \\'", r"C:\novo \* \\"),
    "lines": said(r"'um\ndois\r\ntrês'", "um dois três"),
    "blank_line": said(r"'um\n\n# dois\n\n---\n\ntrês'", "um  # dois  ---  três"),
    "separator": said(r"'um\u2028dois\x85três'", "um\u2028dois\x85três"),
    "formula": said("'$x^2$ e R$ 5'", "$x^2$ e R$ 5"),
    "address": said("'https://keras.io e www.a.com'", "https://keras.io e www.a.com"),
    "jinja": said("'{{ x }} {% y %}'", "{{ x }} {% y %}"),
    "emoji": said("'\U0001f600 :smile:'", "\U0001f600 :smile:"),
    "quotes": said("'\"a\" -- (c) ...'", '"a" -- (c) ...'),
    "alone_border": (held("'---'"), f"Antes.\n\n{word()}", "Antes.\n---"),
    "alone_list": (held("'- um'"), word(), "- um"),
    "alone_number": (held("'1. um'"), word(), "1. um"),
    "alone_quote": (held("'> um'"), word(), "> um"),
    "alone_title": (held("'# um'"), word(), "# um"),
    "alone_indented": (held("'    um'"), word(), "um"),
    "in_table": (held("'a|b'"), f"| c |\n|---|\n| {word()} |", "c\na|b"),
    "in_bold": (held("0.5"), f"Vale **{word()}**.", "Vale 0,50."),
    "in_a_name": (
        "import matplotlib.pyplot as plt\nv = 0.5\n_ = plt.subplots()[1].set_axis_off()",
        '{{ figure("NAME", "a", alt="Vale " ~ value("NAME", "v")) }}',
        "Vale 0,50",
    ),
    "in_a_name_text": (
        "import matplotlib.pyplot as plt\nv = 'a*b*'\n_ = plt.subplots()[1].set_axis_off()",
        '{{ figure("NAME", "a", alt="Vale " ~ value("NAME", "v")) }}',
        "Vale a*b*",
    ),
}  # fmt: skip


def refused(value, kind, before=""):
    return f"{IMPORT}{before}v = {value}", word(), rf'"v" in snippets/\w+\.py is a {kind}: .*(float|str)\(v\)'


FAULTS = {
    "complex": refused("1 + 2j", "complex"),
    "exact": refused("Decimal('0.5')", "Decimal"),
    "fraction": refused("Fraction(1, 2)", "Fraction"),
    "nothing": refused("None", "NoneType"),
    "list": refused("[1, 2]", "list"),
    "tuple": refused("(1, 2)", "tuple"),
    "set": refused("{1}", "set"),
    "bytes": refused("b'a'", "bytes"),
    "array": refused("np.zeros(3)", "ndarray"),
    "complex_of_numpy": refused("np.complex64(1)", "complex64"),
    "series": refused("pd.Series([1])", "Series"),
    "frame": refused("pd.DataFrame({'x': [1]})", "DataFrame"),
    "missing": refused("pd.NA", "NAType"),
    "day": refused("dt.date(2026, 1, 31)", "date"),
    "timestamp": refused("pd.Timestamp('2026-01-31')", "Timestamp"),
    "function": refused("len", "builtin_function_or_method"),
    "module": refused("np", "module"),
    "class": refused("int", "type"),
    "object": refused("C()", "C", "class C:\n    pass\n\n\n"),
    "huge": refused("10**400", "int"),
    "tensor": (
        "import keras, tensorflow as tf\nt = tf.constant(0.5)\nv = tf.Variable(0.5)\nk = keras.Variable(0.5)",
        word("t"),
        r'"t" in snippets/tensor\.py is a EagerTensor: .*float\(t\)',
    ),
    "variable": ("", '{{ value("tensor", "v") }}', r'"v" in .* is a ResourceVariable: .*float\(v\)'),
    "keras_variable": ("", '{{ value("tensor", "k") }}', r'"k" in .* is a Variable: .*float\(k\)'),
    "mixed_dict": (held("{'a': 1.5, 'b': None}"), word("v.a"), r'"v" in snippets/mixed_dict\.py is a dict'),
    "deep_dict": (held("{'a': {'b': 1}}"), word("v.a.b"), r'"v" in snippets/deep_dict\.py is a dict'),
    "dict": (held("{'a': 1.5}"), word(), r'no value "v" in .*did you mean "v\.a"\?'),
    "unknown_key": (held("{'erro': 1.5}"), word("v.erra"), r'no value "v.erra" in .*did you mean "v\.erro"\?'),
    "unknown": (held("1"), word("w"), r'no value "w" in snippets/unknown\.py.*values: v'),
    "private": ("_v = 1", word("_v"), r'no value "_v" in'),
    "digits_are_text": (held("0.5"), word(more=', digits="2"'), "digits must be a whole number; write value"),
    "percent_is_text": (held("0.5"), word(more=', percent="sim"'), "percent must be True or False; write value"),
    "digits_by_place": (held("0.5"), word(more=", 2"), r"wrong call; write value\(snippet, name, digits=2, percent=F"),
    "no_name": (held("0.5"), '{{ value("NAME") }}', r"wrong call; write value\("),
    "name_is_number": (held("0.5"), '{{ value("NAME", 5) }}', "name must be a text in quotes"),
    "nearly_nothing": (held("0.0000012"), word(), r"is 1\.2e-06, and 0,00 hides it; pass more digits"),
    "loose_name": (held("0.5"), "{{ v }}", r'no word "v"'),
    "word_without_call": (held("0.5"), "{{ value }}", r"call it, as in value\("),
}  # fmt: skip
TIMEOUT = 60  # of the import of TensorFlow
WRONG_TODAY = {
    "in_a_name_text": "`value` and `figure` both escape: a word should return a str that is known as Markdown",
}


def test_the_sentence_shows_the_value(shown, right):
    assert shown(right) == RIGHTS[right][-1]


def test_what_no_sentence_can_show_is_told(faulty, fault):
    faulty.check(fault)
