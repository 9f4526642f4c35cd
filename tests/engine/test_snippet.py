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
