import pytest


def read(project, text):
    project.write("snippets/x.py", text)
    snippets, problems = project.snippets()
    return snippets["x"], [str(problem) for problem in problems]


def test_reads_named_cells_with_their_line_and_tags(project):
    snippet, problems = read(
        project, '# %% [markdown]\n# # T\n\n# %% a\nx = 1\n\n# %% b tags=["fora-do-slide"]\ny = 2\n'
    )
    assert problems == []
    assert [(c.name, c.source, c.line, c.may_stay_off_slides) for c in snippet.cells.values()] == [
        ("a", "x = 1", 4, False),
        ("b", "y = 2", 7, True),
    ]


def test_the_notebook_depends_on_the_text_alone(project):
    first, _ = read(project, "# %% a\nx = 1\n\n# %% b\ny = 2\n")
    second, _ = read(project, "# %% a\nx = 1\n\n# %% b\ny = 2\n")
    assert first.notebook == second.notebook
    assert [cell.id for cell in first.notebook.cells] == ["c00", "c01"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "# %% a\nx = 1\n# %% a\ny = 2\n",
            'snippets/x.py:3\n    # %% a\n         ^ the cell name "a" is taken by line 1; give it another',
        ),
        (
            "# %% a\nx = 1\n# %%\ny = 2\n",
            'snippets/x.py:3\n    # %%\n        ^ a cell without a name; write "# %% name"',
        ),
        (
            "# %% a\n\n# %% b\nx = 1\n",
            'snippets/x.py:1\n    # %% a\n         ^ the cell "a" is empty; fill it or delete it',
        ),
        (
            "x = 0\n# %% a\nx = 1\n",
            'snippets/x.py:1\n    x = 0\n    code before the first cell; open a cell with "# %% name" above it',
        ),
        (
            "# %% a\nx = = 1\n",
            "snippets/x.py:2\n    x = = 1\n        ^ this is not valid Python: invalid syntax",
        ),
    ],
    ids=["duplicate", "nameless", "empty", "before the first", "not Python"],
)
def test_says_what_is_wrong_and_where(project, text, message):
    assert read(project, text)[1] == [message]


def test_tells_all_that_is_wrong_at_once(project):
    assert len(read(project, "# %% a\nx = 1\n# %% a\ny = 2\n# %%\nz = 3\n")[1]) == 2


ERROR = """\
# %% errado raises="ValueError" message="not .*'lr'" tags=["a"]
x = 1

# %% certo
x = 2
"""


def test_a_snippet_of_an_error_has_its_folder_in_its_name_and_its_declaration_in_the_notebook(project):
    project.write("snippets/erros/lr.py", ERROR)
    snippets, problems = project.snippets()
    assert problems == []
    snippet = snippets["erros/lr"]
    assert snippet.folder == project.root / "snippets"
    assert (snippet.cells["errado"].declared.raises, snippet.cells["errado"].declared.message) == (
        "ValueError",
        "not .*'lr'",
    )
    assert snippet.cells["certo"].declared is None
    wrong, right = snippet.notebook.cells
    assert wrong.metadata == {
        "name": "errado",
        "raises": "ValueError",
        "message": "not .*'lr'",
        "tags": ["a", "raises-exception"],  # Jupyter goes on after it
    }
    assert right.metadata == {"name": "certo", "tags": []}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            ERROR.replace("certo", "depois"),
            'snippets/erros/x.py:1\n    # %% errado raises="ValueError" message="not .*\'lr\'" tags=["a"]\n'
            '    no cell "certo" that shows how it is done',
        ),
        (
            "# %% errado\nx = 1\n\n# %% certo\nx = 2\n",
            "snippets/erros/x.py:1\n    # %% errado\n    no cell of it declares what must go wrong;"
            " write raises, warns or effect, as CONTRIBUTING.md says",
        ),
        (
            '# %% errado effect="x >"\nx = 1\n\n# %% certo\nx = 2\n',
            'snippets/erros/x.py:1\n    # %% errado effect="x >"\n'
            '         ^ the cell "errado": effect is no Python expression: invalid syntax',
        ),
    ],
    ids=["no right", "no declaration", "no expression"],
)
def test_a_snippet_of_an_error_must_declare_it_and_mend_it(project, text, message):
    project.write("snippets/erros/x.py", text)
    assert [str(problem) for problem in project.snippets()[1]] == [message]


def test_what_it_imports_is_known_by_full_names(project):
    text = (
        "# %% a\nimport os, json as j\nfrom pathlib import Path\nfrom . import x\n\n\ndef f():\n    import csv.reader\n"
    )
    assert read(project, text)[0].imports == {"os", "json", "pathlib", "csv.reader"}


def test_text_that_is_no_python_is_not_valid_and_imports_nothing(project):
    snippet, _ = read(project, "# %% a\nimport os\nx = = 1\n")
    assert (snippet.valid, snippet.imports) == (False, set())


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("# %% a\n# rm velho.txt\n# %time x\nx = 1\n", "# rm velho.txt\n# %time x\nx = 1"),
        ("#%% a\nx = 1\n", "x = 1"),
        ('# %% a\ntexto = """\n# %% b\n"""\n', 'texto = """\n# %% b\n"""'),
        ("\ufeff# %% a\nx = 1\n", "x = 1"),
        ("# %% a\r\nx = 1\r\n", "x = 1"),
        ("# %% a\nif True:\n\ty = 2\n", "if True:\n\ty = 2"),
        ('# %% a\nx = "\u2028\x85"\n', 'x = "\u2028\x85"'),
    ],
    ids=["comments", "without a blank", "in a string", "byte order mark", "line endings", "tab", "line separators"],
)
def test_the_code_of_a_cell_is_that_of_the_file(project, text, source):
    (project.root / "snippets").mkdir(exist_ok=True)
    (project.root / "snippets" / "x.py").write_bytes(text.encode())
    snippets, problems = project.snippets()
    assert problems == []
    assert snippets["x"].cells["a"].source == source


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("# %% a\nx = 'ção'\n".encode("latin-1"), "this file is not UTF-8; save it with the encoding UTF-8"),
        (b"# %% a\nx = '\0'\n", "this file has a null character; delete it"),
    ],
)
def test_a_file_that_is_no_text_is_told_and_the_others_are_read(project, data, message):
    project.write("snippets/y.py", "# %% a\nx = 1\n")
    (project.root / "snippets" / "x.py").write_bytes(data)
    snippets, (problem,) = project.snippets()
    assert [snippet.name for snippet in snippets.values() if snippet.valid] == ["y"]
    assert (problem.file, problem.line, problem.message) == ("snippets/x.py", 2, message)
