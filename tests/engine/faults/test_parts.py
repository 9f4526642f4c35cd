"""What is wrong in a part or in deck.toml is told at its line; what Markdown could take otherwise is not."""

import pytest

from tests.project import DECK

TABLE = "| a |\n|---|\n| 1 |\n"
# Each is a part of its own: no snippet.
FAULTS = {
    "script": ("", "![Um ataque](ataque.svg)", r"slides/ataque.svg has a script; take it out"),
    "not_closed": ("", '{{ code("bom", "a" }}', r"not valid Jinja: "),
    "block_not_closed": ("", "{% if 1 %}a", r"not valid Jinja: .*endif"),
    "comment_not_closed": ("", "{# a", "not valid Jinja: .*comment"),
    "unknown_tag": ("", "{% fim %}", "not valid Jinja: .*unknown tag 'fim'"),
    "unknown_filter": ("", "{{ 'a' | maiusculas }}", "No filter named 'maiusculas'"),
    "unknown_word": ("", "{{ cod('bom', 'a') }}", r'no word "cod"; did you mean "code"\?'),
    "unknown_key": ("", "{{ course.titel }}", "titel"),
    "division": ("", "{{ 1 / 0 }}", "division by zero"),
    "sum_of_text": ("", "{{ 'a' + 1 }}", "can only concatenate str"),
    "index": ("", "{{ parts[99].title }}", "has no element 99"),
    "recursion": ("", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "recursion"),
    "include": ("", "{% include 'x.md' %}", "include"),
    "import": ("", "{% import 'x.md' as x %}{{ x }}", "import"),
    "extends": ("", "{% extends 'x.md' %}", "extends"),
    "word_without_call": ("", "{{ code }}", r"this shows no text; call it, as in code\(…\)"),
    "method_without_call": ("", "{{ 'a'.upper }}", r"this shows no text; call it, as in upper\(…\)"),
    "wrong_step": ("", '{{ step("modelos") }}', r'no step "modelos"; did you mean "modelo"\?'),
    "front_matter": ("", "---\nmarp: true\n---\n\n# B", "leave a blank line before ---|Marp takes"),
    "stars": ("", "a\n\n***\n\n# B", "write --- instead"),
    "underlined": ("", "Texto\n---", "leave a blank line before ---"),
    "fence": ("", "```text\na", "this fence is never closed"),
    "made_border": ("", "{% for n in [1, 2] %}\n\n---\n\n# B\n{% endfor %}", "slides are written here and .* re"),
    "dropped_border": ("", "{% if 0 %}a\n\n---\n\n# B\n\n{% endif %}", "slides are written here and .* rendered"),
    "directive_in_notes": ("", "<!--\ncolor: azul\n\nPergunte: e?\n-->", 'Marp takes "color:" for a directive'),
    "image_missing": ("", "![a](x.png)", "no image slides/x.png; draw it in a snippet and show it with figure"),
    "image_outside": ("", "![a](../fora.png)", "is outside of slides/; put the image there"),
    "image_of_another_kind": ("", "![a](x.gif)", "x.gif is no picture.*SVG, PNG, JPEG or WebP"),
    "image_empty": ("", "![a](vazia.png)", "vazia.png is no picture"),
    "scoped_style": ("", "<style scoped>\nh2 { color: red }\n</style>", "at random in each build; give a _class"),
    "heading_divider": ("", "<!-- headingDivider: 2 -->\n\n## B\n\n## C", "write --- instead"),
    "directive_is_no_yaml": ("", "<!-- _class: [part -->\n\na", "can't read this directive; close what"),
    "comment_is_open": ("", "a\n\n<!-- nota", "this comment is never closed"),
}  # fmt: skip
FILES = {
    "slides/ataque.svg": b'<svg onload="alert(1)"></svg>',
    "slides/a#b+c.svg": b"<svg><text>oi</text></svg>",
    "fora.png": b"png",
    "slides/x.gif": b"GIF89a",
    "slides/vazia.png": b"",
}
RIGHTS = {
    "odd_picture": ("", "![Um desenho](a%23b+c.svg)", "Um desenho\noi"),
    "percent_and_code": ("", "5 % de\n\n    17 % n\n\ne <code>17 % n</code>.", "5\u00a0% de\n17 % n\ne 17 % n."),
    "not_numbered": ("", "<!-- _paginate: false -->\n\nTexto.", "Texto."),
    "border_in_notes": ("", "Texto.\n\n<!--\nnota\n\n---\n\nmais\n-->", "Texto."),
    "table": ("", TABLE, "a\n1"),
    "jinja_of_jinja": ("", "{% raw %}{{ x }}{% endraw %}", "{{ x }}"),
    "emoji": ("", ":smile: \U0001f600", ":smile: \U0001f600"),
    "percent": ("", "5 % de 10 %", "5\N{NO-BREAK SPACE}% de 10\N{NO-BREAK SPACE}%"),
    "crlf": ("", "Um\r\n\r\nDois", "Um\nDois"),
    "tab": ("", "Um\tdois", "Um\tdois"),
    "class_of_theme": ("", "<!-- _class: wide-left -->\n\na", "a"),
}  # fmt: skip
COURSES = {
    "no_toml": ("title = ", "not valid TOML"),
    "key_twice": (DECK + 'title = "b"\n', "not valid TOML"),
    "not_utf_8": ("# ção\n".encode("latin-1"), "this file is not UTF-8; save it with the encoding UTF-8"),
    "null": ("\0", "null character"),
    "no_title": (DECK.replace("title", "# title"), 'no key "title"; write title = …'),
    "title_is_number": (DECK.replace('"Curso"', "5"), "title must be a text in quotes"),
    "title_is_list": (DECK.replace('"Curso"', '["a"]'), "title must be a text in quotes"),
    "steps_are_text": (DECK.replace('["dados", "modelo"]', '"dados"'), "steps must be a list of texts"),
    "steps_are_numbers": (DECK.replace('["dados", "modelo"]', "[1, 2]"), "steps must be a list of texts"),
    "parts_are_text": (DECK + 'parts = "00_bom"\n', "parts must be a list of texts"),
    "parts_are_numbers": (DECK + "parts = [0]\n", "parts must be a list of texts"),
    "part_twice": (DECK + 'parts = ["00_bom", "00_bom"]\n', 'parts names "00_bom" twice; delete one'),
    "part_unknown": (DECK + 'parts = ["00_bom", "01_bem"]\n', 'parts names "01_bem", and slides/01_bem.md.j2 is not'),
    "part_in_folder": (DECK + 'parts = ["00_bom", "../x"]\n', 'parts names "../x"'),
    "key_unknown": (DECK + 'autor = "a"\n', r'no meaning for the key "autor"; did you mean "author"\?'),
    "repository": (DECK + 'repository = "a/b"\n', '"a/b" is no repository; write https://github.com/owner/name'),
}
OTHERS = {
    "without_number": ("slides/capa.md.j2", "# Capa\n", "slides/capa.md.j2\n.*has no number.*01_capa"),
    "latin_1": ("slides/01_a.md.j2", "# ção\n".encode("latin-1"), "slides/01_a.md.j2:1\n.*not UTF-8"),
    "null": ("slides/01_a.md.j2", "# A\n\n\0\n", "slides/01_a.md.j2:3\n.*null character"),
}


@pytest.fixture(scope="module")
def good(new_deck):
    """A deck that was built, to break and to mend."""
    deck = new_deck()
    assert deck.build().code == 0
    return deck


def test_the_slide_is_what_the_part_says(shown, right):
    assert shown(right) == RIGHTS[right][-1]


def test_what_is_wrong_in_a_part_is_told(faulty, fault):
    faulty.check(fault)


@pytest.mark.parametrize("name", COURSES)
def test_what_is_wrong_in_deck_toml_is_told(good, name):
    content, message = COURSES[name]
    good.check_told("slides/deck.toml", content, r"^slides/deck\.toml(:\d+)?\n[^\n]*" + message)


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_wrong_with_a_file_is_told(good, name):
    file, content, message = OTHERS[name]
    good.check_told(file, content, message)
