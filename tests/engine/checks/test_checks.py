"""Two decks: in one each slide breaks just one rule, in the other each is just inside it."""

import os
import re
import shutil
from xml.etree import ElementTree

import pytest

from tests.project import Project

SNIPPET = """\
# %% catorze
a = 1
b = 2
c = 3
d = 4
e = 5
f = 6
g = 7
h = 8
i = 9
j = 10
k = 11
m = 12
n = 13
o = 14

# %% quinze
a = 1
b = 2
c = 3
d = 4
e = 5
f = 6
g = 7
h = 8
i = 9
j = 10
k = 11
m = 12
n = 13
o = 14
p = 15

# %% setenta_e_dois
texto = "01234567890123456789012345678901234567890123456789012345678901"

# %% setenta_e_tres
texto = "012345678901234567890123456789012345678901234567890123456789012"

# %% setenta
texto = "012345678901234567890123456789012345678901234567890123456789"

# %% coluna
texto = "0123456789012345678901234567890"

# %% cinquenta_e_tres
texto = "0123456789012345678901234567890123456789012"

# %% cinquenta
texto = "0123456789012345678901234567890123456789"

# %% quarenta_e_tres
texto = "012345678901234567890123456789012"

# %% numero
acerto = 0.934
ponto, virgula = "vale 2.5", "vale 2,5"

# %% figura
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(5, 3))
ax.set_axis_off()
ax.text(0.1, 0.2, "bem pequeno", fontsize=FONTE)
ax.text(0.1, 0.5, "um nome")
ax.text(0.1, OUTRO, "outra coisa")
fig.text(BORDA, 0.9, "texto na borda")

# %% limpa
fig, ax = plt.subplots(figsize=(5, 3))
ax.set_title("Nada a dizer")

# %% larga
fig, ax = plt.subplots(figsize=(10.8, 3))

# %% cheia
fig, ax = plt.subplots(figsize=(10.2, 3))
"""
SLIDE = """\
<!-- _class: {kind} -->

## {title}

{body}

<!--
Pergunte: e agora?
-->
"""
ALT = "Um desenho com quatro textos curtos, um sobre o outro."
PROSE = "Esta frase tem dez palavras e cabe bem na linha. "
COLUMNS = '<div class="left">\n\n{}\n\n</div>\n<div class="right">\n\n{}\n\n</div>'
# Name: what breaks the rule, what is just inside it, and what is said of the first.
RULES = {
    "fundo": ("\n\n".join(["Uma linha."] * 9), "\n\n".join(["Uma linha."] * 8), r"sticks out at the bottom by \d+ px"),
    "coluna": (
        COLUMNS.format('{{ code("x", "setenta") }}', "Texto."),
        COLUMNS.format('{{ code("x", "coluna") }}', "Texto."),
        r"the code and .* overlap by \d+ px; move or shorten one",
        r"the code is \d+ px too wide for its place; shorten its lines or widen it",
    ),
    "caixa": (
        COLUMNS.format('{{ code("x", "cinquenta_e_tres") }}', '{{ code("x", "cinquenta") }}'),
        COLUMNS.format(*['{{ code("x", "quarenta_e_tres") }}'] * 2),
        r"the code is \d+ px too wide for its place; shorten its lines or widen it",
    ),
    "letra": (
        "<small><small><small>Letra miúda.</small></small></small>",
        "Letra boa.",
        r'text of 19\.7 px \("Letra miúda\."\), 22 is the least; enlarge it',
    ),
    "linhas": (
        '{{ code("x", "quinze") }}',
        '{{ code("x", "catorze") }}',
        r"15 lines of code, 14 is the most; split the cell",
    ),
    "largura": (
        '{{ code("x", "setenta_e_tres") }}',
        '{{ code("x", "setenta_e_dois") }}',
        r"a line of code has 73 characters, 72 is the most; break it in the snippet",
    ),
    "figura": (
        f'{{{{ figure("x", "figura", alt="{ALT}") }}}}',
        f'{{{{ figure("x", "figura", alt="{ALT}") }}}}',
        r'the figure\'s text "bem pequeno" has 12\.4 px, 14 is the least',
        r'the figure\'s texts "um nome" and "outra coisa" overlap; move one',
        r'the figure\'s text "texto na borda" is cut off by \d+ px; make room for it',
    ),
    "palavras": (
        "<br>".join([PROSE * 2] * 6),
        "<br>".join([PROSE * 2] * 5),
        r"1\d\d words, 110 is the most; say the rest in the notes",
    ),
    "alternativo": (
        '{{ figure("x", "limpa", alt="limpa.svg") }}',
        '{{ figure("x", "limpa", alt="Um gráfico vazio, só com o seu título.") }}',
        r'the alt text "limpa\.svg" does not say what the figure shows; write a sentence',
    ),
    "destino": ("[ali](#99)", "[aqui](#1)", r"the link #99 leads to no slide"),
    "endereço": (
        "[ali](http://x)",
        "[ali](https://keras.io)",
        r"the link http://x leads nowhere; write https://…, #slide, or a file",
    ),
    "arquivo": (
        "[o](notebooks/y.ipynb) [caderno](../fora.txt)",
        "[o](notebooks/x.ipynb) [caderno](notebooks.zip)",
        r"the link notebooks/y\.ipynb leads nowhere; write https://…, #slide, or a file of the build",
        r"the link \.\./fora\.txt leads nowhere",
    ),
    "repetido": ("[a](#1) e [b](#1)", "[a](#1) e [b](#2)", r"the link #1 stands here twice; keep one"),
    "ortografia": (
        "Um testo errrado.",
        "Um texto certo.",
        r'"errrado" is not in the dictionary; correct it, or add it',
    ),
    "estrangeira": ("Faça um deploy disso.", "Publique isso.", r'"deploy" is not in the dictionary'),
    "glossário": (
        "A taxa de aprendizagem.",
        "A taxa de aprendizado.",
        r'"taxa de aprendizagem": the word of this deck is "taxa de aprendizado"',
    ),
    "aspas": ('Ele disse "sim".', "Ele disse “sim”.", r"a straight quote; write “ ” or ’: \"Ele disse \"sim\"\.\""),
    "unidade": ("São 5 px.", "São 5&nbsp;px.", r"a breaking space before a unit; write a non-breaking one"),
    "colada": ("São 5px.", "São cinco pontos.", r"no space before a unit; write a non-breaking one"),
    "ponto": (
        '{{ value("x", "ponto") }}',
        '{{ value("x", "virgula") }}',
        r'a decimal point; write a comma: "vale 2\.5"',
    ),
    "numero": (
        "A rede acerta 93,4 %.",
        'A rede acerta {{ value("x", "acerto", digits=1, percent=True) }}.',
        r'"93,4 %" looks like a result typed by hand; write {{ value\("snippet", "name"\) }}, or excuse it',
    ),
    "sementes": (
        "Em outra semente a ordem muda.",
        'Em outra semente a ordem muda: {{ value("x", "acerto") }}.',
        r'"outra semente" speaks of several runs; show their range: {{ value_range\(…\) }}',
    ),
    "sorteio": (
        "Uma semente só? Outra semente muda a ordem.",
        'Outra semente muda a ordem: {{ value("x", "acerto") }}.',
        r'"Outra semente" speaks of several runs',
    ),
    "divisão": (
        "Com outra divisão dos dados, a queda some.",
        "Repita com outra divisão ou outra semente.",
        r'"Com outra divisão dos dados" speaks of several runs',
    ),
    "escala": (
        f'{{{{ figure("x", "larga", alt="{ALT}") }}}}',
        f'{{{{ figure("x", "cheia", alt="{ALT}") }}}}',
        r"the figure is shrunk to 0\.95 of the size that it was drawn in; draw it 10\.3 inches wide",
    ),
    "espaço": (
        "Uma linha.",
        "Uma linha.<br>" * 7,
        r"8\d% of the room below the title is empty; say more, join two slides, or write _class: sparse if it is meant",
    ),
    "vazio": ("[](#1)", "[um](#1)", r"Links must have discernible text \(axe rule link-name\)"),
}


def deck(root, folder, broken):
    project = Project(folder, root)
    values = {"FONTE": 8, "OUTRO": 0.52, "BORDA": 0.97} if broken else {"FONTE": 13, "OUTRO": 0.7, "BORDA": 0.1}
    text = SNIPPET
    for name, value in values.items():
        text = text.replace(name, str(value))
    slides = [
        SLIDE.format(title=f"Regra {name}", body=rule[not broken], kind="" if name == "espaço" else "sparse")
        for name, rule in RULES.items()
    ]
    if broken:
        lone = "<!-- _class: sparse -->\n\n"
        slides += [
            f"{lone}## Regra notas\n\nSem nada a dizer.\n",
            f"{lone}Sem título.\n\n<!-- Pergunte: por quê? -->\n",
        ]
        slides += [SLIDE.format(title="Regra letra", body="O título já foi.", kind="sparse")]
        picture = "![Uma figura que está em outro lugar da rede](https://example.org/a.png)"
        slides += [SLIDE.format(title="Regra rede", body=picture, kind="sparse")]
    shown = set(re.findall(r'"x", "(\w+)"', "".join(slides)))
    cells = set(re.findall(r"^# %% (\w+)", text, re.M)) - shown
    for cell in cells:
        text = text.replace(f"# %% {cell}\n", f'# %% {cell} tags=["fora-do-slide"]\n')
    project.write("snippets/x.py", text)
    project.write("slides/00_regras.md.j2", "\n---\n\n".join(slides))
    for name in ("palavras.txt", "glossario.toml"):
        shutil.copy(root / "slides" / name, project.root / "slides" / name)
    return project, project.build("check", "--report", "out/report.xml", env={**os.environ, "GITHUB_ACTIONS": "true"})


@pytest.fixture(scope="module")
def broken(root, tmp_path_factory):
    return deck(root, tmp_path_factory.mktemp("broken"), broken=True)


@pytest.fixture(scope="module")
def inside(root, tmp_path_factory):
    return deck(root, tmp_path_factory.mktemp("inside"), broken=False)


def said_of(done, title):
    """Return what the check said of a slide: line, and message."""
    problems = done.stderr.split("\n\n")
    place = re.compile(rf'slides/00_regras\.md\.j2:(\d+)  \(slide \d+ "{title}"\)\n')
    return [(int(found.group(1)), problem) for problem in problems if (found := place.search(problem))]


def test_a_deck_just_inside_every_rule_passes(inside):
    _, done = inside
    assert done.stderr.replace("ran x", "").count("slides/") == 0, done.stderr
    assert done.returncode == 0
    assert done.stdout.endswith(f"{len(RULES)} slides checked: nothing is wrong\n")


@pytest.mark.parametrize("name", RULES)
def test_a_slide_that_breaks_a_rule_is_told_of_that_rule_and_no_other(broken, name):
    _, done = broken
    said = said_of(done, f"Regra {name}") if name != "letra" else said_of(done, "Regra letra")[:1]
    assert done.returncode == 1
    for message in RULES[name][2:]:
        assert any(re.search(message, problem) for _, problem in said), said
    assert len(said) == len(RULES[name][2:]), said


@pytest.mark.parametrize(
    ("name", "text"),
    [("largura", '{{ code("x", "setenta_e_tres") }}'), ("figura", "{{ figure("), ("ortografia", "Um testo errrado.")],
)
def test_the_line_to_blame_is_that_of_the_part(broken, name, text):
    project, done = broken
    line, _ = said_of(done, f"Regra {name}")[0]
    assert text in (project.root / "slides" / "00_regras.md.j2").read_text("utf-8").splitlines()[line - 1]


def test_a_slide_without_notes_or_title_and_a_title_used_twice_are_told(broken):
    _, done = broken
    assert any("no speaker notes; say in <!-- -->" in problem for _, problem in said_of(done, "Regra notas"))
    assert "no title; begin the slide with ## and a few words" in done.stderr
    assert 'the title "Regra letra" is taken by an earlier slide of this part; give it another' in done.stderr


def test_what_the_deck_asks_the_network_for_is_told(broken):
    assert "the deck asks the network for https://example.org/a.png; put it into the page" in broken[1].stderr


def test_the_report_is_junit_with_a_case_for_each_slide(broken):
    project, _ = broken
    suite = ElementTree.parse(project.root / "out" / "report.xml").getroot()
    cases = {case.get("name"): case.find("failure") for case in suite.iter("testcase")}
    assert len(cases) == int(suite.get("tests"))
    failure = next(failure for name, failure in cases.items() if '"Regra linhas"' in name)
    assert failure.get("message") == "legibility: 15 lines of code, 14 is the most; split the cell"
    assert int(suite.get("failures")) == sum(failure is not None for failure in cases.values())


def test_on_github_each_problem_is_an_annotation_at_its_line(broken, inside):
    _, done = broken
    annotated = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
    assert len(annotated) == int(re.search(r"(\d+) problems on", done.stderr).group(1))
    assert any(re.match(r"::error file=slides/00_regras\.md\.j2,line=\d+,title=slide 1 ", line) for line in annotated)
    assert "::error" not in inside[1].stdout
