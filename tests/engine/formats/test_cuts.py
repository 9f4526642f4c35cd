"""Cuts of a deck, their minutes, the clocks of tasks, the plan in the presenter's window, and the keys at `?`."""

import re
import subprocess
import sys

import pikepdf
import pytest

from tests.engine.faults.conftest import TRACEBACK, Deck

DECK = """\
title = "Curso"
author = "Alguém"
description = "Um curso."
steps = ["dados", "modelo"]

[cuts]
curta = 5
"aula-*" = 50
"""
SNIPPET = """\
# %% conta
metade = 1 / 2
print("metade", metade)

# %% outra
print("outra")
"""
COVER = """\
# Capa

{{ cut("curta") }}

{% for part in parts[1:] -%}
- [{{ part.title }}](#{{ part.first_slide }}): {{ part.minutes }} min
{% endfor %}

<!--
Pergunte: quem já viu?
-->
"""
FIRST = (
    """\
<span class="number">Parte 1</span>

# Primeira

- somar, sem medo

<!--
O que se pede antes: contar até dez.
-->

---

{{ step("dados") }}
{{ see("erros/x") }}

{{ cut("curta") }}

## Na curta

{{ code("conta", "conta") }}

> Guarde isto.

<!-- """
    + "palavra " * 127
    + "**forte** `fit_x` [fonte](https://example.org) "
    + """-->

---

## Longe dela

{{ cut("-aula-1") }}

{{ output("conta", "conta") }}
"""
)
SECOND = """\
<span class="number">Apêndice B</span>

# Tarefas

{{ code("conta", "outra") }}

---

## Tarefa

{{ cut("aula-1", "curta") }}

{{ countdown(2) }}

---

## Erros

{{ errors("erros/x") }}
"""
ERROR = """\
# %% errado raises="NameError" message="nada"
nada

# %% certo
nada = 1
"""


@pytest.fixture(scope="module")
def deck(tmp_path_factory, root):
    deck = Deck(tmp_path_factory.mktemp("cuts"), root)
    for path in [*(deck.root / "snippets").iterdir(), *(deck.root / "slides").glob("*.j2")]:
        path.unlink()
    deck.write("slides/deck.toml", DECK)
    deck.write("snippets/conta.py", SNIPPET)
    deck.write("snippets/erros/x.py", ERROR)
    for name, text in {"00_capa": COVER, "01_primeira": FIRST, "02_tarefas": SECOND}.items():
        deck.write(f"slides/{name}.md.j2", text)
    words = ["--deck", str(deck.root), "--formats", "html,handout,site", "--cut", "curta", "aula-1"]
    # In a process of its own: the browser of other tests may be open in this one.
    done = subprocess.run([sys.executable, "build.py", *words], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return deck


def open_deck(context, deck, name, slide):
    page = context.new_page()
    page.goto((deck.root / "dist" / f"{name}.html").as_uri() + f"#{slide}")
    page.evaluate("localStorage.clear()")  # of another test
    page.reload()
    return page


def titles(deck, name):
    html = (deck.root / "dist" / f"{name}.html").read_text("utf-8")
    return [re.sub("<.*?>", "", each) for each in re.findall(r"<h[12].*?</h[12]>", html)]


def test_a_cut_has_the_slides_that_say_so_and_a_lesson_those_of_its_part(deck):
    assert titles(deck, "deck") == ["Capa", "Primeira", "Na curta", "Longe dela", "Tarefas", "Tarefa", "Erros"]
    assert titles(deck, "curta") == ["Capa", "Na curta", "Tarefa"]
    assert titles(deck, "aula-1") == ["Primeira", "Na curta", "Tarefa"]


def test_numbers_agenda_and_headers_of_a_cut_are_its_own(deck):
    html = (deck.root / "dist" / "curta.html").read_text("utf-8")
    sections = re.findall(r'<section [^>]*pagination="(\d)"[^>]*total="(\d)"', html)
    assert sections == [("1", "3"), ("2", "3"), ("3", "3")]
    agenda = re.findall(r'<a href="#(\d)">(\w+)</a>: [^>]*>(\d)', html)
    assert agenda == [("2", "Primeira", "2"), ("3", "Tarefas", "2")]
    assert re.findall("<header>.*?<strong>(.).*?</header>", html) == ["0", "1", "B"]
    assert "<title>Curso (curta)</title>" in html


def test_a_link_to_a_slide_outside_of_a_cut_leads_to_the_whole_deck(deck):
    for name, link in {"curta": "deck.html#7", "deck": "#7"}.items():
        html = (deck.root / "dist" / f"{name}.html").read_text("utf-8")
        assert f'Erro comum: <a href="{link}">Erros</a>' in html


def test_a_cut_has_a_pdf_a_handout_and_notes(deck):
    with pikepdf.open(deck.root / "dist" / "curta.pdf") as document:
        assert len(document.pages) == 3
        assert str(document.docinfo["/Title"]) == "Curso (curta)"
    assert (deck.root / "dist" / "curta-apostila.pdf").stat().st_size > 10_000
    assert (deck.root / "dist" / "curta-notas.md").read_text("utf-8").count("### Slide") == 3


def test_the_plan_of_a_part_says_what_its_slides_say(deck):
    page = (deck.root / "dist" / "planos.html").read_text("utf-8")
    cuts, whole = page.split("<h2>O curso inteiro</h2>")
    assert "<summary>curta: 4 min, 3 slides</summary>" in cuts
    rows = re.findall("<dt>(.*?)</dt><dd>(.*?)</dd>", whole)
    assert rows[1:6] == [
        ("Tempo", "2 min, slides 2 a 4"),
        ("Antes", "contar até dez."),
        ("Objetivos", "somar, sem medo"),
        ("Para guardar", "Guarde isto."),
        ("Notebooks", "conta"),
    ]
    assert '<a href="curta.html#2">Primeira</a>' in cuts
    assert 'href="planos.html"' in (deck.root / "dist" / "index.html").read_text("utf-8")


def test_the_clock_of_a_task_starts_stops_and_goes_back(deck, context_of_browser):
    with open_deck(context_of_browser, deck, "curta", 3) as page:
        clock, said = page.locator(".countdown button"), page.locator(".countdown span")
        assert (clock.text_content(), said.text_content()) == ("2:00", "C começa")
        assert said.get_attribute("aria-live") == "polite"
        page.keyboard.press("c")
        page.locator("button", has_text="1:58").wait_for()
        assert said.text_content() == "C para"
        clock.click()
        stopped = clock.text_content()
        page.wait_for_timeout(1200)
        assert (clock.text_content(), said.text_content()) == (stopped, "C continua")
        clock.press("Enter")
        page.locator(".countdown", has_text="C para").wait_for()
        assert page.evaluate("location.hash") == "#3"  # no key turned the page
        page.keyboard.press("Shift+C")
        assert (clock.text_content(), said.text_content()) == ("2:00", "C começa")


def test_a_clock_that_ends_says_so_and_a_key_on_another_slide_does_nothing(deck, context_of_browser):
    with open_deck(context_of_browser, deck, "curta", 1) as page:
        page.clock.install()
        page.reload()
        page.keyboard.press("c")
        page.goto(page.url.replace("#1", "#3"))
        assert page.locator(".countdown span").text_content() == "C começa"
        page.keyboard.press("c")
        page.clock.run_for(61_000)
        assert page.locator(".countdown span").text_content() == "último minuto"
        page.clock.run_for(60_000)
        assert page.locator(".countdown").text_content() == "0:00Tempo!"
        page.keyboard.press("c")
        assert page.locator(".countdown").text_content() == "2:00C começa"


def test_both_windows_show_the_clock_and_the_presenter_the_plan(deck, context_of_browser):
    with open_deck(context_of_browser, deck, "curta", 3) as page:
        with context_of_browser.expect_page() as opened:
            page.keyboard.press("p")
        presenter = opened.value
        plan = presenter.locator(".plan", has_text="plano 2:02 a 4:02: 2 min de folga")
        plan.wait_for(state="attached")
        # In one line, since the bar cuts off a second one; a bare machine has no font to measure it by.
        assert plan.evaluate("e => getComputedStyle(e).whiteSpace") == "nowrap"
        presenter.locator(".bespoke-marp-note", has_text="palavra forte fit_x fonte").wait_for(state="attached")
        presenter.keyboard.press("c")
        page.locator(".countdown", has_text="C para").wait_for()
        page.keyboard.press("Shift+C")
        presenter.locator(".countdown", has_text="C começa").wait_for()
        presenter.close()


def test_a_question_mark_shows_the_keys_and_takes_them_away(deck, context_of_browser):
    with open_deck(context_of_browser, deck, "curta", 1) as page:
        page.keyboard.press("?")
        box = page.get_by_role("dialog", name="Teclas")
        assert "visão do apresentador" in box.text_content()
        assert box.is_visible()
        page.keyboard.press("?")
        assert not box.is_visible()
        page.keyboard.press("?")
        page.keyboard.press("Escape")
        box.wait_for(state="hidden")


def test_a_deck_without_cuts_and_clocks_is_as_before(deck):
    plain = {"slides/deck.toml": DECK.split("[cuts]")[0]}
    for name, text in {"00_capa": COVER, "01_primeira": FIRST, "02_tarefas": SECOND}.items():
        plain[f"slides/{name}.md.j2"] = re.sub(r"\{\{ (cut|countdown)\(.*\) \}\}\n\n", "", text)
    before = {name: (deck.root / name).read_text("utf-8") for name in plain}
    with_words = (deck.root / "dist" / "deck.html").read_text("utf-8")
    for name, text in plain.items():
        deck.write(name, text)
    said = deck.build()
    html, files = (deck.root / "dist" / "deck.html").read_text("utf-8"), deck.files()
    for name, text in before.items():
        deck.write(name, text)
    assert said.code == 0, said.text
    assert "of an older deck, and removed: handout, site, --cut aula-1, --cut curta" in said.text
    assert "planos.html" not in files
    # All that the words added to the page is the clock, its script, and the hash of that.
    script = re.search(r"<script>\(\(plan\)=>.*?</script>", with_words, re.S)[0]
    less = with_words.replace(script, "").replace('<p class="countdown">2&nbsp;min</p>\n', "")
    policy = re.compile(r" 'sha256-[^']+'|\d min")  # and the minutes of the clock, in the agenda
    assert policy.sub("", less) == policy.sub("", html)


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "slides/01_primeira.md.j2",
            'cut("curta")',
            'cut("curto")',
            r'01_primeira.md.j2:16 [^§]*no cut "curto"; did you',
        ),
        ("slides/01_primeira.md.j2", '"-aula-1"', '"-aula-9"', r'no cut "-aula-9"[^§]*cuts: curta, aula-1'),
        ("slides/02_tarefas.md.j2", "countdown(2)", 'countdown("2")', "minutes must be a whole number"),
        ("slides/deck.toml", "curta = 5", "curta = 5\nvazia = 9", r'deck.toml:8\n    no slide is in the cut "vazia"'),
        ("slides/deck.toml", "curta = 5", 'curta = "5"', "cuts must be a table of minutes"),
        ("slides/deck.toml", "curta = 5", '"../a" = 5', "cuts must be a table of minutes"),
    ],
)
def test_a_wrong_cut_is_one_problem_with_its_line(deck, file, old, new, message):
    good = (deck.root / file).read_text("utf-8")
    assert old in good
    deck.write(file, good.replace(old, new))
    said = deck.build()
    deck.write(file, good)
    assert (said.code, TRACEBACK in said.text) == (1, False), said.text
    assert "1 problem;" in said.text, said.text
    assert re.search(message, said.text), said.text


@pytest.mark.parametrize("name", ["pdf", "deck", "Planos", "index"])
def test_a_cut_that_would_take_the_place_of_a_format_is_told(deck, name):
    files = ("slides/deck.toml", "slides/01_primeira.md.j2", "slides/02_tarefas.md.j2")
    good = {file: (deck.root / file).read_text("utf-8") for file in files}
    for file, text in good.items():
        deck.write(file, re.sub(r"\bcurta\b", name, text))
    said = deck.build()
    for file, text in good.items():
        deck.write(file, text)
    assert said.code == 1
    assert re.search(rf'deck.toml:\d+\n    the cut "{name}" has the name of a format or of its file', said.text), (
        said.text
    )


def test_an_unknown_cut_is_told(deck):
    said = deck.build(words=("--cut", "curto"))
    assert said.code == 1
    assert 'no cut "curto"; did you mean "curta"? cuts: curta, aula-1' in said.text
