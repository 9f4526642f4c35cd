"""A snippet that runs for several values of its parameters, from the cell to the slide."""

import pytest

from engine.snippets.read import read_snippets
from tests.engine.faults.conftest import Deck

SNIPPET = """\
# %% parâmetros tags=["parameters"] semente=[42, 0, 1] taxa=[0.5, -2.0]
ç = "é"; semente = 42  # a de sempre
taxa = 0.5

# %% conta
import matplotlib.pyplot as plt

nota = semente * taxa / 100
quem = f"{semente}/{taxa}"
print("nota", nota)

# %% desenho
fig, ax = plt.subplots()
ax.set_title(quem)
"""
PART = """\
# Conta

{{ code("curva", "conta") }}

De {{ value_range("curva", "nota", run={"taxa": 0.5}) }}, em {{ runs("curva") }} treinos; {{ value("curva", "nota") }}.
Na última, {{ value("curva", "quem", run={"semente": 1, "taxa": -2.0}) }}.
Ao todo {{ value_range("curva", "nota", percent=True) }}.

---

# Uma

{{ output("curva", "conta", run={"semente": 1}) }}

{{ figure("curva", "desenho", alt="O nome da corrida.", run={"taxa": -2.0}) }}

---

# Todas

{{ runs_table("curva", "semente", {"Semente": "semente", "Nota": "nota"}, digits=1) }}
"""


def snippets_of(folder, text):
    (folder / "snippets").mkdir()
    (folder / "snippets" / "x.py").write_text(text, "utf-8")
    return read_snippets(folder)


def test_each_combination_is_a_run_whose_text_assigns_its_values(tmp_path):
    snippets, problems = snippets_of(tmp_path, SNIPPET)
    assert problems == []
    first, *others = snippets["x"].runs
    assert first is snippets["x"]
    assert [run.name for run in others] == [
        f"x[semente={semente},taxa={taxa}]" for semente, taxa in [(42, -2.0), (0, 0.5), (0, -2.0), (1, 0.5), (1, -2.0)]
    ]
    changed = SNIPPET.replace("semente = 42 ", "semente = 1 ").replace("taxa = 0.5", "taxa = -2.0")
    assert others[-1].text == changed
    assert (
        others[-1].notebook.cells[0].source
        == others[-1].cells["parâmetros"].source
        == "\n".join(changed.split("\n")[1:3])
    )
    assert str(others[0].problem("não")).endswith("with semente = 42, taxa = -2.0: não")


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ('# %% p tags=["parameters"]\na = 1', "write the values to run it for behind its name"),
        ('# %% p tags=["parameters"] b=[1, 2]\na = 1', 'it has no line "b = …", with one value'),
        ('# %% p tags=["parameters"] a=[1, 2]\na = int("1")', 'it has no line "a = …", with one value'),
        ('# %% p tags=["parameters"] a=[2, 1]\na = 1', "write a=[1, …], other values after that of the cell"),
        ('# %% p tags=["parameters"] a=[1, 2]\na = """\n1"""', 'it has no line "a = …", with one value'),
        ('# %% p tags=["parameters"] a=[false, true]\na = not True', 'it has no line "a = …", with one value'),
        ('# %% p tags=["parameters"] a=[1, 1]\na = 1', "write a=[1, …], other values after that of the cell"),
        ('# %% p tags=["parameters"] a=1\na = 1', "write a=[1, …], other values after that of the cell"),
        ('# %% p tags=["parameters"] name=["a", "b"]\nname = "a"', '"name" has a meaning of its own in notebooks'),
        (
            '# %% p tags=["parameters"] scrolled=[1, 2]\nscrolled = 1',
            '"scrolled" has a meaning of its own in notebooks',
        ),
    ],
)
def test_values_that_are_not_those_of_the_cell_are_told(tmp_path, cell, message):
    (problem,) = snippets_of(tmp_path, f"{cell}\n")[1]
    assert message in problem.message
    assert problem.line == 1


@pytest.fixture(scope="module")
def deck(tmp_path_factory, root):
    deck = Deck(tmp_path_factory.mktemp("parameters"), root)
    for path in [*(deck.root / "snippets").iterdir(), *(deck.root / "slides").glob("*.j2")]:
        path.unlink()
    deck.write("snippets/curva.py", SNIPPET)
    deck.write("slides/00_conta.md.j2", PART)
    return deck


def test_slides_show_ranges_tables_and_single_runs_and_each_run_is_kept(deck):
    said = deck.build()
    assert said.code == 0, said.text
    assert "1 snippets (6 run, 0 kept)" in said.text
    slides = deck.slides()
    space = "\N{NO-BREAK SPACE}"
    assert f"De 0,00{space}a{space}0,21, em 6 treinos; 0,21." in slides["Conta"]
    assert "Na última, 1/-2.0." in slides["Conta"]
    assert f"Ao todo \N{MINUS SIGN}84,00{space}a{space}21,00{space}%." in slides["Conta"]
    assert "nota 0.005" in slides["Uma"]
    assert "42/\N{MINUS SIGN}2,0" in slides["Uma"]
    minus = "\N{MINUS SIGN}"
    assert slides["Todas"] == f"Semente | Nota\n42 | {minus}0,8{space}a{space}0,2\n0 | 0,0\n1 | 0,0"
    deck.write("snippets/curva.py", SNIPPET.replace("0, 1]", "0, 1, 7]"))
    assert "(2 run, 6 kept)" in deck.build().text
    deck.write("snippets/curva.py", SNIPPET)


def test_a_run_that_fails_is_told_with_its_values(deck):
    deck.write("snippets/curva.py", SNIPPET.replace("# %% desenho\n", "# %% desenho\nassert semente or taxa > 0\n"))
    said = deck.build()
    deck.write("snippets/curva.py", SNIPPET)
    assert said.code == 1
    assert 'with semente = 0, taxa = -2.0: cell "desenho" raises AssertionError' in said.text
    assert said.text.endswith("1 problem; the deck is as it was.\n")


def test_a_run_that_there_is_not_and_a_text_without_range_are_told(deck):
    part = PART.replace('"semente": 1, "taxa": -2.0', '"semente": 3').replace(
        '"curva", "nota", run', '"curva", "quem", run'
    )
    part = part.replace('"curva", "semente",', '"curva", "sementes",').replace("percent=True", 'run={"taxa": 9.0}')
    deck.write("slides/00_conta.md.j2", part)
    said = deck.build()
    deck.write("slides/00_conta.md.j2", PART)
    assert "curva has no run with {'semente': 3}; its runs have semente = 42, taxa = 0.5, " in said.text
    assert "curva has no run with {'taxa': 9.0}; its runs have " in said.text
    assert 'no parameter "sementes" in curva; did you mean "semente"? parameters: semente, taxa' in said.text
    assert '"quem" of curva is a text, which has no range' in said.text
