"""What looks like the result of a run and was typed by hand is found, in whatever dress; what was not is left alone."""

import re

import pytest

from engine.build import Options, build_deck
from engine.checks.context import CheckContext, measure
from engine.checks.rules.fit import letters
from engine.checks.rules.numbers import numbers
from engine.checks.rules.structure import accessibility, by_hand, offline, structure
from engine.core.paths import Paths

CODE, OUTPUT = "code or output typed by hand", "looks like a result typed by hand"
NUMBERS = """\
# %% conta
import matplotlib.pyplot as plt

acerto = 0.934
print(acerto)

# %% desenho
_ = plt.subplots()[1].set_axis_off()

# %% t100.a tags=["fora-do-slide"]
x = 1
"""
VALUE = '{{ value("contas", "acerto", digits=1, percent=True) }}'
# Name: what is typed, and what is said of it at its line.
TYPED = {
    "fence_python": ("```python\nx = 1\n```", "Python typed by hand"),
    "fence_py": ("```py\nx = 1\n```", "Python typed by hand"),
    "fence_pycon": ("```pycon\n>>> x = 1\n```", CODE),
    "fence_text": ("```text\n>>> x = 1\n1\n```", CODE),
    "fence_bare": ("```\nx = 1\n```", CODE),
    "fence_tilde": ("~~~\nx = 1\n~~~", CODE),
    "fence_of_output": ("```saida\nacerto alto\n```", CODE),
    "fence_of_error": ("```erro\nValueError: não\n```", CODE),
    "fence_beside_output": ("```saida\nfeito à mão\n```\n\n{{ output('contas', 'conta') }}", 'feito à mão" is code'),
    "fence_in_list": ("- um\n\n  ```\n  x = 1\n  ```", CODE),
    "fence_in_quote": ("> ```text\n> x = 1\n> ```", CODE),
    "indented": ("Texto.\n\n    x = 1\n    y = 2", CODE),
    "html_pre": ("<pre>x = 1</pre>", CODE),
    "html_pre_code": ("<pre><code>x = 1\ny = 2</code></pre>", CODE),
    "html_code_lines": ("<code>x = 1<br>y = 2</code>", CODE),
    "jinja_fence": ("{{ '```text' }}\nx = 1\n{{ '```' }}", CODE),
    "jinja_whole": ('{{ "```text\\nx = 1\\n```" }}', CODE),
    "jinja_set": ("{% set c %}\n```text\nx = 1\n```\n{% endset %}{{ c }}", CODE),
    "jinja_macro": ("{% macro m(c) %}\n```text\n{{ c }}\n```\n{% endmacro %}{{ m('x = 1') }}", CODE),
    "number": ("O acerto foi de 93,4 %.", OUTPUT),
    "number_bold": ("O acerto foi de **93,4** %.", OUTPUT),
    "number_point": ("O acerto foi de 0.934.", OUTPUT),
    "number_whole": ("São 1234 exemplos.", OUTPUT),
    "number_entity": ("O acerto foi de 93&#44;4&nbsp;%.", OUTPUT),
    "number_in_table": ("| a |\n|---|\n| 0,93 |", OUTPUT),
    "number_in_title": ("## Acerto de 93,4 %", OUTPUT),
    "number_in_notes": ("<!--\nO acerto foi de 93,4 %.\n\nPergunte: bom?\n-->", OUTPUT),
    "number_jinja_text": ('O acerto foi de {{ "93,4 %" }}.', OUTPUT),
    "number_jinja_quote": ("O acerto foi de {{ '93,4 %' }}.", OUTPUT),
    "number_jinja": ("O acerto foi de {{ 0.934 }}.", OUTPUT),
    "number_jinja_percent": ("O acerto foi de {{ 93 }} %.", OUTPUT),
    "number_jinja_set": ('{% set a = "93,4 %" %}O acerto foi de {{ a }}.', OUTPUT),
    "number_jinja_list": ('{{ ["a", "93,4 %"] | join }}', OUTPUT),
    "number_jinja_joined": ('{{ value("contas", "acerto") ~ " e 0,95" }}', OUTPUT),
    "number_in_alt": ('{{ figure("contas", "desenho", alt="Uma curva que chega a 93,4 % no fim.") }}', OUTPUT),
    "number_in_alt_quote": ("{{ figure('contas', 'desenho', alt='Uma curva que chega a 93,4 % no fim.') }}", OUTPUT),
    "number_in_alt_joined": ('{{ figure("contas", "desenho", alt="Uma curva que chega a " ~ "93,4 %.") }}', OUTPUT),
    "number_in_image_alt": ("![Uma curva que chega a 93,4 % no fim](ponto.svg)", OUTPUT),
    "number_in_html_alt": ('<img src="https://a.org/x.png" alt="Uma curva que chega a 93,4 % no fim">', OUTPUT),
    "number_in_words": ("O acerto foi de noventa e três por cento.", OUTPUT),
    "unknown_class": ("<!-- _class: figura -->\n\nTexto.", r'no class "figura" in the theme; did you mean "figure"\?'),
    "undrawn_letter": ("Aprender é 学习.", 'no font of the theme draws "学"'),
    "undrawn_letter_late": (f"Aprender {'muito e ' * 9}学习 {'e mais ' * 9}sempre.", 'no font of the theme draws "学"'),
}  # fmt: skip
# What is no result, or comes from one.
TRUE = {
    "value": f"O acerto foi de {VALUE}.",
    "value_in_alt": (
        '{{ figure("contas", "desenho",\n  alt="Uma curva que no fim chega a " ~ value("contas", "acerto")) }}'
    ),
    "output": '{{ output("contas", "conta") }}\n\n{{ code("contas", "conta") }}',
    "twice": '{{ output("contas", "conta") }}\n\n{{ output("contas", "conta") }}',
    "span": "A taxa é `learning_rate=0.001`, em `fit(x, y)`.",
    "span_html": "A taxa é <code>learning_rate</code>.",
    "year": "Em 2026, com 12 alunos.",
    "list": "1. um\n2. dois",
    "link": "[Guia](https://keras.io/api/1234.5/)",
    "option": '{{ value("contas", "acerto", digits=3) }}',
    "comment": "Texto.{# foi 93,4 % e {{ '0,5' }} #}",
    "loop": "{% for part in parts[1:2] %}{{ loop.index }}{% endfor %}",
    "class": "<!-- _class: wide-left -->\n\nTexto.",
}
WRONG_TODAY = {
    "number_in_words": "numbers: knows digits only; a list of number words would find ordinary sentences",
}


def slides_of(cases):
    return {
        f"slides/{n:02d}_{name}.md.j2": f"# {name}\n\n{body}\n" + ("" if "<!--\n" in body else "\n<!--\nDiga.\n-->\n")
        for n, (name, body) in enumerate(cases.items(), 1)
    }


@pytest.fixture(scope="module")
def found(new_deck, context_of_browser):
    """What the rules of truth say of a deck, by the name of the slide; and what reading it said."""
    deck = new_deck()
    deck.write("snippets/contas.py", NUMBERS)
    deck.write("slides/ponto.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"/>')
    read = {name: body for name, (body, said) in TYPED.items() if said.startswith("Python")}
    for file, text in slides_of(read).items():
        deck.write(file, text)
    told = deck.build()
    assert told.code == 1
    for file in slides_of(read):
        (deck.root / file).unlink()
    bodies = {name: body for name, (body, _) in TYPED.items() if name not in read} | TRUE
    for file, text in slides_of(bodies).items():
        deck.write(file, text)
    said = deck.build()
    assert said.code == 0, said.text
    paths = Paths.of(deck.root)
    built = build_deck(paths, Options(frozenset({"html"}), jobs=1, timeout=20)).deck
    screen = {"viewport": {"width": 1280, "height": 720}, "offline": True, "bypass_csp": True}
    with context_of_browser.browser.new_context(**screen) as browser:
        context = CheckContext(built, paths, measure(browser, paths.out / "deck.html"))
    rules = (letters, structure, by_hand, numbers, accessibility, offline)
    problems = [finding.locate(rule.__name__, built, "deck.html") for rule in rules for finding in rule(context)]
    return [*map(str, problems), *told.text.split("\n\n")]


def about(found, name):
    return [problem for problem in found if re.search(rf"slides/\d\d_{name}\.md\.j2:", problem)]


@pytest.mark.parametrize(
    "name",
    [pytest.param(n, marks=pytest.mark.xfail(reason=WRONG_TODAY[n]) if n in WRONG_TODAY else ()) for n in TYPED],
)
def test_what_is_typed_by_hand_is_found(found, name):
    problems = [problem for problem in about(found, name) if "the alt text" not in problem]
    assert len(problems) == 1, problems
    assert re.search(TYPED[name][1], problems[0])
    assert re.search(r":\d+  \(slide \d+ ", problems[0])


@pytest.mark.parametrize("name", TRUE)
def test_what_comes_from_a_run_or_is_no_result_is_left_alone(found, name):
    assert about(found, name) == []


def test_what_the_deck_would_fetch_is_told(found):
    assert any("the deck asks the network for https://a.org/x.png" in problem for problem in found)
