import pytest
from nbformat import v4

from engine.slides.render import render_deck
from engine.snippets.outputs import TABLE

SNIPPET = """\
# %% dados
x = 1

# %% treino
y = 2

# %% nota tags=["fora-do-slide"]
z = 3
"""
SVG = {"image/svg+xml": '<svg width="72pt" height="36pt" viewBox="0 0 72 36"></svg>'}
PRINTED = v4.new_output("stream", name="stdout", text="oi\n")
FRAME = v4.new_output(
    "execute_result",
    data={TABLE: {"heads": ["x"], "kinds": ["number"], "rows": [[0.5]], "count": 1}, "text/plain": "x 0.5"},
)


@pytest.fixture
def render(project, result):
    """Render a part of one slide, line 1 its title; return the Markdown and the problems as text."""
    project.write("snippets/rede.py", SNIPPET)

    def go(line, outputs=(), values=None):
        text = f'## Título\n{line}\n{{# os dois: {{{{ }}}} #}}{{% if code("rede", "dados") %}}{{% endif %}}'
        project.write("slides/00_a.md.j2", text + '{% if code("rede", "treino") %}{% endif %}')
        snippets, _ = project.snippets()
        results = {"rede": result({"dados": list(outputs), "treino": [], "nota": []}, values)}
        deck = render_deck(project.root, snippets, results)
        return deck, [str(problem) for problem in deck.problems]

    return go


def test_code_is_the_source_of_the_cell(render):
    deck, problems = render('{{ code("rede", "dados") }}')
    assert "```python\nx = 1\n```" in deck.markdown
    assert problems == []


def test_output_is_what_was_printed_and_the_last_value(render):
    value = v4.new_output("execute_result", data={"text/plain": "42"})
    deck, _ = render('{{ output("rede", "dados") }}', [PRINTED, value])
    assert "```saida\noi\n42\n```" in deck.markdown


@pytest.mark.parametrize("nasty", ["```\n---\n{{ x }}", "</pre><script>alert(1)</script>", "\x1b[31mred\x1b[0m"])
def test_output_cannot_break_out_of_its_block(render, nasty):
    deck, problems = render('{{ output("rede", "dados") }}', [v4.new_output("stream", name="stdout", text=nasty)])
    fence = "````" if "```" in nasty else "```"
    shown = nasty.replace("\x1b[31m", "").replace("\x1b[0m", "")
    assert f"{fence}saida\n{shown}\n{fence}\n" in deck.markdown
    assert problems == []


@pytest.mark.parametrize(
    ("count", "last"), [(14, "linha 14"), (15, "… (mais 1 linha)"), (5000, "… (mais 4.986 linhas)")]
)
def test_of_long_output_the_beginning_is_shown_and_how_much_was_left_out(render, count, last):
    text = "\n".join(f"linha {n}" for n in range(1, count + 1))
    deck, _ = render('{{ output("rede", "dados") }}', [v4.new_output("stream", name="stdout", text=text)])
    shown = deck.markdown.split("```saida\n")[1].split("\n```")[0].splitlines()
    assert shown[:14] == [f"linha {n}" for n in range(1, 15)]
    assert shown[-1] == last


def test_figure_is_linked_by_its_alt_text_and_its_name(render):
    drawn = v4.new_output("display_data", data=SVG)
    deck, problems = render('{{ figure("rede", "dados", alt="Uma curva [azul].") }}', [drawn])
    assert r"![Uma curva \[azul\].](figures/rede-dados.svg)" in deck.markdown
    assert deck.images["figures/rede-dados.svg"].startswith(b"<svg")
    assert problems == []


def test_table_is_the_dataframe_in_portuguese(render):
    deck, _ = render('{{ table("rede", "dados", digits=1) }}', [FRAME])
    assert "| x |\n| ---: |\n| 0,5 |" in deck.markdown


def test_the_row_that_matters_is_in_bold_and_must_be_there(render):
    deck, problems = render('{{ table("rede", "dados", digits=1, bold=["0,5"]) }}', [FRAME])
    assert "| x |\n| ---: |\n| **0,5** |" in deck.markdown
    assert problems == []
    _, problems = render('{{ table("rede", "dados", digits=1, bold=["0,7"]) }}', [FRAME])
    assert len(problems) == 1
    assert 'no row "0,7" in this table' in problems[0]


def test_value_is_a_number_or_a_key_of_a_dictionary(render):
    deck, _ = render(
        '{{ value("rede", "a") }} {{ value("rede", "d.k", digits=0, percent=True) }}',
        values={"a": 1.5, "d": {"k": 0.5}},
    )
    assert "1,50 50\N{NO-BREAK SPACE}%" in deck.markdown


def test_a_text_is_shown_as_it_is_and_nothing_that_it_may_open(render):
    deck, _ = render('{{ value("rede", "a") }}', values={"a": "---\n<s> __init__ *x* | &amp;"})
    assert r"\--- \<s\> \_\_init\_\_ \*x\* \| \&amp;" in deck.markdown


def test_a_figure_that_is_shown_twice_has_identifiers_of_its_own(render):
    drawn = v4.new_output("display_data", data=SVG)
    word = '{{ figure("rede", "dados", alt="Uma curva azul.") }}'
    deck, problems = render(f"{word}\n\n{word}", [drawn])
    assert problems == []
    assert set(deck.images) == {"figures/rede-dados.svg", "figures/rede-dados-2.svg"}


def test_step_is_marked_in_the_header(render):
    deck, _ = render('{{ step("modelo") }}')
    header = '<!-- _header: "**0** Título<span class=\\"steps\\"><i>dados</i><b>modelo</b></span>" -->'
    assert header in deck.markdown


PLACE = 'slides/00_a.md.j2:2  (slide 1 "Título")\n    '


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{{ code("red", "dados") }}', '         ^ no snippet "red" in snippets/; did you mean "rede"?'),
        (
            '{{ code("rede", "trieno") }}',
            '                 ^ no cell "trieno" in snippets/rede.py; did you mean "treino"?'
            " cells: dados, treino, nota",
        ),
        (
            '{{ value("rede", "pedra") }}',
            '                  ^ no value "pedra" in snippets/rede.py; did you mean "perda"? values: perda',
        ),
        (
            '{{ output("rede", "dados") }}',
            '                   ^ the cell "dados" of rede printed nothing; print in it, or show its code only',
        ),
        (
            '{{ figure("rede", "dados", alt="x") }}',
            '                   ^ the cell "dados" of rede drew 0 figures; it must draw one,'
            " without plt.close and matplotlib.use",
        ),
        (
            '{{ table("rede", "dados") }}',
            '                  ^ the last value of the cell "dados" of rede is no DataFrame with columns; '
            "end it with pd.DataFrame(…), or with .to_frame() of a Series",
        ),
        ('{{ step("modelos") }}', '         ^ no step "modelos"; did you mean "modelo"? steps: dados, modelo'),
        ('{{ cod("rede", "dados") }}', '   ^ no word "cod"; did you mean "code"?'),
        ("{{ code( }}", "not valid Jinja: unexpected '}', expected ')'"),
        ('{{ code("rede") }}', "   ^ wrong call; write code(snippet, cell)"),
    ],
    ids=["snippet", "cell", "value", "output", "figure", "table", "step", "word", "syntax", "argument"],
)
def test_a_wrong_word_is_reported_with_line_slide_and_the_nearest_name(render, line, message):
    problems = [p for p in render(line, values={"perda": 1.0})[1] if "no slide shows" not in p]
    assert problems == [PLACE + line + "\n    " + message]


def test_two_figures_in_a_cell_are_one_too_many(render):
    drawn = v4.new_output("display_data", data=SVG)
    _, problems = render('{{ figure("rede", "dados", alt="x") }}', [drawn, drawn])
    assert problems[0].endswith('the cell "dados" of rede drew 2 figures; it must draw one')


def test_a_figure_needs_words_for_those_who_cannot_see_it(render):
    drawn = v4.new_output("display_data", data=SVG)
    _, problems = render('{{ figure("rede", "dados", alt=" ") }}', [drawn])
    assert problems == [
        f'{PLACE}{{{{ figure("rede", "dados", alt=" ") }}}}\n'
        "                               ^ alt is empty; say in a sentence what the figure shows"
    ]


def test_a_cell_that_no_slide_shows_is_reported_unless_its_tag_excuses_it(project, result):
    project.write("snippets/rede.py", SNIPPET)
    project.write("slides/00_a.md.j2", '## T\n{{ code("rede", "dados") }}\n')
    results = {"rede": result({"dados": [], "treino": [], "nota": []})}
    problems = render_deck(project.root, project.snippets()[0], results).problems
    assert [str(p) for p in problems] == [
        'snippets/rede.py:4\n    no slide shows the cell "treino"; show it, or tag it: tags=["fora-do-slide"]'
    ]


def test_a_snippet_on_no_slide_is_reported(project, result):
    project.write("snippets/rede.py", SNIPPET)
    project.write("slides/00_a.md.j2", "## T\n")
    problems = render_deck(project.root, project.snippets()[0], {"rede": result({})}).problems
    assert [str(p) for p in problems] == [
        "snippets/rede.py\n    no slide shows this snippet; use it in a part or delete it"
    ]


def test_nothing_is_said_of_a_snippet_that_failed_beyond_its_failure(project):
    project.write("snippets/rede.py", SNIPPET)
    line = '{{ output("rede", "dados") }}{{ value("rede", "x") }}{{ code("rede", "treino") }}'
    project.write("slides/00_a.md.j2", f"## T\n{line}\n")
    problems = render_deck(project.root, project.snippets()[0], {}).problems
    assert problems == []


LR = """\
# %% errado raises="ValueError" message="lr"
a = 1
f(
    lr=1,
)
g()

# %% certo
a = 1
f(
    rate=1,
)
g()
"""
QUIET = """\
# %% errado effect="x > 1"
x = 2
print(x)

# %% certo
x = 1
print(x)
"""
RAISED = v4.new_output(
    "error",
    ename="ValueError",
    evalue="not known: {'lr'}",
    traceback=[
        "Traceback (most recent call last):",
        '  File "lr.py", line 5, in <module>\n    g()',
        '  File "…/a.py", line 1, in a\n    b()',
        '  File "…/b.py", line 2, in b\n    c()',
        '  File "…/c.py", line 3, in c\n    raise ValueError(',
        "ValueError: not known: {'lr'}",
    ],
)


@pytest.fixture
def render_errors(project, result):
    """Render parts that show two errors, a loud and a silent one; return the Markdown and the problems as text."""
    project.write("snippets/erros/lr.py", LR)
    project.write("snippets/erros/calado.py", QUIET)

    def go(*parts):
        for number, text in enumerate(parts):
            project.write(f"slides/{number:02d}_x.md.j2", text)
        snippets, _ = project.snippets()
        printed = [v4.new_output("stream", name="stdout", text=f"{x}\n") for x in (2, 1)]
        loud = result({"errado": [RAISED], "certo": []})
        silent = result({"errado": printed[:1], "certo": printed[1:]})
        loud.cells[0].metadata |= {"raises": "ValueError", "message": "lr", "error_line": 5}
        silent.cells[0].metadata |= {"effect": "x > 1"}
        results = {"erros/lr": loud, "erros/calado": silent}
        deck = render_deck(project.root, snippets, results)
        return deck, [str(problem) for problem in deck.problems if "no slide shows" not in str(problem)]

    return go


def test_the_wrong_lines_the_raising_line_and_the_right_lines_are_marked(render_errors):
    deck, problems = render_errors('# T\n{{ code("erros/lr", "errado") }}\n{{ code("erros/lr", "certo") }}')
    assert "```python wrong=3 raised=5\na = 1\n" in deck.markdown
    assert "```python right=3\na = 1\n" in deck.markdown
    assert problems == []


def test_an_error_is_its_message_with_what_matters_marked(render_errors):
    deck, _ = render_errors('# T\n{{ error("erros/lr", "errado") }}')
    shown = "ValueError: not known: {'lr'}"
    at = shown.index("lr")
    assert f"```erro bold={at}-{at + 2}\n{shown}\n```" in deck.markdown


def test_frames_are_the_first_and_the_last_call(render_errors):
    deck, _ = render_errors('# T\n{{ error("erros/lr", "errado", frames=True) }}')
    text = deck.markdown.split("```erro ")[1].split("\n```")[0]
    bold, text = text.split("\n", 1)
    assert text.splitlines() == [
        "Traceback (most recent call last):",
        '  File "lr.py", line 5, in <module>',
        "    g()",
        "  … (mais 2 chamadas)",
        '  File "…/c.py", line 3, in c',
        "    raise ValueError(",
        "ValueError: not known: {'lr'}",
    ]
    start, end = map(int, bold.removeprefix("bold=").split("-"))
    assert text[start:end] == "lr"


def test_a_table_of_errors_has_wrong_lines_what_happens_and_right_lines(render_errors):
    deck, problems = render_errors('# T\n{{ errors("erros/lr", "erros/calado") }}')
    assert (
        "| Errado, e o que acontece | Certo |\n| :--- | :--- |\n"
        "| `lr=1,`<br><span lang=\"en\">ValueError: not known: \\{'**lr**'\\}</span> | `rate=1,` |\n"
        "| `x = 2`<br>→ `2` | `x = 1`<br>→ `1` |\n"
    ) in deck.markdown
    assert problems == []


def test_a_topic_and_its_error_link_to_each_other(render_errors):
    deck, problems = render_errors('# A\n{{ see("erros/lr") }}', '# Erro\n{{ code("erros/lr", "errado") }}')
    topic, error = deck.markdown.split("\n---\n\n")[-2:]
    assert '<!-- _footer: "Erro comum: [Erro](#2)" -->' in topic
    assert "[notebook erros/lr](notebooks/erros/lr.ipynb) | Onde se aprende: [slide 1](#1)" in error
    assert problems == []


def test_a_slide_has_one_line_of_links_whatever_it_shows(render_errors):
    words = '{{ see("erros/calado") }}{{ code("erros/lr", "errado") }}\n{{ code("erros/lr", "certo") }}'
    deck, _ = render_errors(f"# A\n{words}", '# B\n{{ errors("erros/lr", "erros/calado") }}')
    assert [slide.count("_footer") for slide in deck.markdown.split("\n---\n\n")[-2:]] == [1, 1]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{{ see("erros/rl") }}', '        ^ no snippet "erros/rl" of an error; did you mean "erros/lr"?'),
        (
            '{{ error("erros/calado", "errado") }}',
            '                          ^ the cell "errado" of erros/calado declared no error and no warning to show',
        ),
        ('{{ errors("erros/rl") }}', '           ^ no snippet "erros/rl" in snippets/; did you mean "erros/lr"?'),
    ],
)
def test_a_wrong_word_about_errors_is_reported(render_errors, line, message):
    _, problems = render_errors(f"# T\n{line}")
    assert problems == [f'slides/00_x.md.j2:2  (slide 1 "T")\n    {line}\n    {message}']
