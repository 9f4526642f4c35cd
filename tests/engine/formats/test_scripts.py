"""The words `what_if` and `script`: what they do in the page as it is given away."""

import re

import pytest
from playwright.sync_api import expect

from tests.engine.faults.conftest import Deck

SNIPPET = """\
# %% parâmetros tags=["parameters", "fora-do-slide"] taxa=[0.5, 1.0, 4.0] passos=[2, 3]
taxa = 0.5
passos = 2

# %% conta
nota = taxa * passos
print("nota", nota)

# %% desenho
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.set_title(f"taxa {taxa:.1f}")
"""
PART = """\
# Antes

{{ code("curva", "conta") }}

---

# E se

{% call(run) what_if("curva", {"taxa": "taxa", "passos": "passos"}, gives="nota", digits=1) %}

{{ figure("curva", "desenho", alt="O nome da corrida.", run=run) }}

{{ output("curva", "conta", run=run) }}

A nota é {{ value("curva", "nota", digits=1, run=run) }}.

{% endcall %}

---

# Depois
"""
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture(scope="module")
def deck(tmp_path_factory, root):
    deck = Deck(tmp_path_factory.mktemp("what_if"), root)
    for path in [*(deck.root / "snippets").iterdir(), *(deck.root / "slides").glob("*.j2")]:
        path.unlink()
    deck.write("snippets/curva.py", SNIPPET)
    deck.write("slides/00_conta.md.j2", PART)
    said = deck.build()
    assert said.code == 0, said.text
    return deck


@pytest.fixture
def page(deck, context_of_browser):
    with context_of_browser.new_page() as page:
        page.goto((deck.root / "dist" / "deck.html").as_uri() + "#2")
        yield page


def shown(page):
    """Return the sentence that one sees, and the chosen values; figure and output must say the same."""
    visible = page.locator(".what-if .run:visible")
    assert visible.count() == 1
    *_, sentence = visible.locator("p").all()
    text = sentence.text_content()
    chosen = page.locator(".what-if [aria-checked=true]").evaluate_all("all => all.map(e => e.firstChild.data.trim())")
    note = text.removeprefix("A nota é ").removesuffix(".")
    assert visible.locator("pre").text_content().strip() == f"nota {note.replace(',', '.')}"
    assert f"taxa {chosen[0] if ',' in chosen[0] else chosen[0] + ',0'}" in visible.locator("svg").text_content()
    return text, *chosen


def test_each_value_shows_what_its_run_gave(page):
    values = [" ".join(text.split()) for text in page.locator(".what-if .values").all_text_contents()]
    assert values == [
        f"taxa 0,5 1,0{NBSP}a{NBSP}1,5 1 2,0{NBSP}a{NBSP}3,0 4 8,0{NBSP}a{NBSP}12,0".replace(NBSP, " "),
        f"passos 2 1,0{NBSP}a{NBSP}8,0 3 1,5{NBSP}a{NBSP}12,0".replace(NBSP, " "),
    ]


def test_mouse_and_keys_choose_and_all_on_the_slide_follows(page):
    assert shown(page) == ("A nota é 1,0.", "0,5", "2")
    page.locator(".values span", has_text="4").first.click()
    assert shown(page) == ("A nota é 8,0.", "4", "2")
    page.keyboard.press("ArrowRight")  # from the last value to the first
    assert shown(page) == ("A nota é 1,0.", "0,5", "2")
    page.keyboard.press("Digit2")
    page.keyboard.press("Shift+Digit2")
    assert shown(page) == ("A nota é 3,0.", "1", "3")
    page.keyboard.press("Digit9")  # there is no such value
    assert shown(page) == ("A nota é 3,0.", "1", "3")
    assert page.evaluate("location.hash") == "#2"  # no key turned the page


def test_keys_do_nothing_on_another_slide(page):
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(re.compile("#1$"))
    page.keyboard.press("Digit3")
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("#2$"))
    assert shown(page) == ("A nota é 1,0.", "0,5", "2")


def test_the_windows_of_a_deck_agree(page, deck, context_of_browser):
    with context_of_browser.expect_page() as opened:
        page.keyboard.press("p")
    presenter = opened.value
    presenter.wait_for_selector("iframe")
    presenter.keyboard.press("Digit3")
    expect(page.locator(".what-if [aria-checked]").nth(2)).to_have_attribute("aria-checked", "true")
    assert shown(page) == ("A nota é 8,0.", "4", "2")
    presenter.close()


def test_without_scripts_the_first_run_and_every_value_are_there(deck):
    markdown = (deck.root / "dist" / "deck.md").read_text("utf-8")
    assert markdown.count('<div class="run">') == 6
    assert markdown.index("A nota é 1,0.") < markdown.index("A nota é 1,5.") < markdown.index("A nota é 12,0.")


def test_a_deck_without_it_has_no_script_for_it(deck):
    assert "what-if" in (deck.root / "dist" / "deck.html").read_text("utf-8").rpartition("<script>")[2]
    before = PART.split("{% call")[0]
    deck.write("slides/00_conta.md.j2", before + '{{ figure("curva", "desenho", alt="O nome da corrida.") }}')
    said = deck.build()
    deck.write("slides/00_conta.md.j2", PART)
    assert said.code == 0, said.text
    assert "what-if" not in (deck.root / "dist" / "deck.html").read_text("utf-8").rpartition("<script>")[2]
    assert deck.build().code == 0


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"taxa": "taxa"', '"taxa": "taxas"', 'no parameter "taxas" in curva; did you mean "taxa"?'),
        ('gives="nota"', 'gives="notas"', 'no value "notas" in snippets/curva.py; did you mean "nota"?'),
        ("{% call(run) what_if", "{% set x = what_if", "wrong call; write what_if(snippet, over, "),
    ],
)
def test_a_wrong_call_is_told(deck, old, new, message):
    part = PART.replace(old, new)
    if "set x" in new:
        part = part.replace("digits=1) %}\n\n{{ fig", "digits=1) %}\n{% set run = {} %}\n{{ fig").replace(
            "{% endcall %}", ""
        )
    deck.write("slides/00_conta.md.j2", part)
    said = deck.build()
    deck.write("slides/00_conta.md.j2", PART)
    assert (said.code, message in said.text) == (1, True), said.text


def test_names_and_values_are_shown_as_they_are_written(deck, context_of_browser):
    text = SNIPPET.replace("taxa=[0.5, 1.0, 4.0]", 'taxa=["<b>", "a*b*"]').replace("taxa = 0.5", 'taxa = "<b>"')
    deck.write("snippets/curva.py", text.replace("{taxa:.1f}", "{taxa}"))
    part = PART.replace('{"taxa": "taxa"', '{"learning_rate <i>": "taxa"').replace(', gives="nota", digits=1', "")
    deck.write("slides/00_conta.md.j2", part.replace(", digits=1, run", ", run"))
    said = deck.build()
    html = (deck.root / "dist" / "deck.html").read_text("utf-8")
    deck.write("snippets/curva.py", SNIPPET)
    deck.write("slides/00_conta.md.j2", PART)
    assert said.code == 0, said.text
    with context_of_browser.new_page() as page:
        page.set_content(html)
        assert page.locator(".values").first.text_content() == "learning_rate <i> <b> a*b*"
    assert deck.build().code == 0


CODE = "block.textContent = `${values.nota} ${values['outros.quem']} </script>` // fim"
SCRIPTED = """\
# Antes

{{ code("curva", "conta") }}

{{ figure("curva", "desenho", alt="O nome da corrida.") }}

---

# Depois

{% call script("mostrar", "curva", ["nota", "outros.quem"]) %}

Sem scripts, este texto.

{% endcall %}
"""


@pytest.fixture(scope="module")
def scripted(tmp_path_factory, root):
    deck = Deck(tmp_path_factory.mktemp("script"), root)
    for path in [*(deck.root / "snippets").iterdir(), *(deck.root / "slides").glob("*.j2")]:
        path.unlink()
    deck.write("snippets/curva.py", SNIPPET.replace("print", "outros = {'quem': '</script><b>'}\nprint"))
    deck.write("slides/scripts/mostrar.js", CODE)
    deck.write("slides/00_conta.md.j2", SCRIPTED)
    said = deck.build()
    assert said.code == 0, said.text
    return deck


def test_a_script_gets_its_block_and_the_values_of_the_snippet(scripted, context_of_browser):
    with context_of_browser.new_page() as page:
        page.goto((scripted.root / "dist" / "deck.html").as_uri() + "#2")
        assert page.locator(".script").text_content() == "1 </script><b> </script>"
    assert "Sem scripts, este texto." in (scripted.root / "dist" / "deck.md").read_text("utf-8")


def test_a_change_of_the_script_is_built(scripted):
    scripted.write("slides/scripts/mostrar.js", "block.textContent = 'outro'")
    assert scripted.build().code == 0
    assert "'outro'" in (scripted.root / "dist" / "deck.html").read_text("utf-8")
    scripted.write("slides/scripts/mostrar.js", CODE)


def test_a_template_within_a_template_is_told(scripted):
    scripted.write("slides/scripts/mostrar.js", CODE + "\nblock.title = `a ${1 ? `b  c` : ''}`\n")
    said = scripted.build()
    scripted.write("slides/scripts/mostrar.js", CODE)
    assert "mostrar.js: give a template in a template a name" in said.text


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"mostrar"', '"mostra"', "no script slides/scripts/mostra.js"),
        ('"mostrar"', '"../scripts/mostrar"', "no script slides/scripts/../scripts/mostrar.js"),
        ('["nota"', '["notas"', 'no value "notas" in snippets/curva.py; did you mean "nota"?'),
        ('["nota", "outros.quem"]', '"nota"', "values must be a list of texts"),
        ("# Depois", '# Depois\n\n{% call script("mostrar", "curva", []) %}{% endcall %}', "runs in one block only"),
    ],
)
def test_a_wrong_script_is_told(scripted, old, new, message):
    scripted.write("slides/00_conta.md.j2", SCRIPTED.replace(old, new))
    said = scripted.build()
    scripted.write("slides/00_conta.md.j2", SCRIPTED)
    assert (said.code, message in said.text) == (1, True), said.text
