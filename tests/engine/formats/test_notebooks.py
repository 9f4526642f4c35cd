"""The notebooks of a small deck: what is in them, and that they are the same each time."""

import io
import re
import zipfile

import nbformat
import pytest

from engine.core.install import installed_version
from engine.formats.notebooks import requirements
from engine.slides.links import colab, notebook_links
from engine.snippets.read import read_snippet
from tests.project import Project

REPOSITORY = "https://github.com/Dono/curso"


@pytest.fixture(scope="module")
def notebook(built):
    return nbformat.read(built.root / "dist" / "notebooks" / "numeros.ipynb", as_version=4)


def test_the_first_cell_says_what_it_is_where_it_belongs_and_what_it_needs(notebook, root):
    card = notebook.cells[0]
    assert card.cell_type == "markdown"
    assert card.source.startswith("# Números\n")
    assert "parte 0, “Números”, slides [1](../deck.html#1), [2](../deck.html#2)" in card.source
    lock = (root / "requirements.lock").read_text("utf-8")
    pins = re.search(r"pip install (.*)", card.source).group(1).split()
    assert [pin.split("==")[0] for pin in pins] == ["matplotlib", "pandas"]
    assert all(f"\n{pin} " in lock for pin in pins)


def test_the_cells_of_the_snippet_follow_with_their_outputs(notebook):
    names = [cell.metadata.get("name") for cell in notebook.cells[2:]]
    assert names == ["conta", "tabela", "desenho"]
    assert notebook.cells[2].outputs[0].text == "metade: 0.5\n"
    assert [cell.execution_count for cell in notebook.cells[1:]] == [1, 2, 3, 4]
    nbformat.validate(notebook)


def test_nothing_of_the_engine_is_left_in_it(notebook):
    assert "values" not in notebook.metadata
    text = nbformat.writes(notebook)
    assert "vnd.deck" not in text
    assert "/tmp/" not in text


def test_a_figure_is_seen_before_the_notebook_is_trusted_and_has_its_alt_text(notebook):
    (output,) = notebook.cells[4].outputs
    assert "image/svg+xml" not in output.data
    assert output.data["text/html"].startswith('<img alt="Um gráfico vazio, só com o título." src="data:image/svg+xml')


def test_the_links_of_the_slides_lead_to_it(built):
    markdown = (built.root / "dist" / "deck.md").read_text("utf-8")
    slides = markdown.split("\n---\n")[-2:]
    for slide in slides:
        assert slide.count("[notebook numeros](notebooks/numeros.ipynb)") == 1


def test_the_zip_holds_just_the_folder_and_no_date(built):
    folder = built.root / "dist"
    archive = zipfile.ZipFile(io.BytesIO((folder / "notebooks.zip").read_bytes()))
    assert archive.namelist() == ["notebooks/numeros.ipynb", "notebooks/requirements.txt"]
    for entry in archive.infolist():
        assert archive.read(entry) == (folder / entry.filename).read_bytes()
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)


@pytest.fixture(scope="module")
def published(tmp_path_factory, root):
    """A project with a repository and a snippet that reads data, and its notebooks."""
    project = Project(tmp_path_factory.mktemp("published"), root)
    deck = (project.root / "slides" / "deck.toml").read_text("utf-8")
    project.write("slides/deck.toml", deck + f'repository = "{REPOSITORY}"\n')
    project.write("snippets/data/valores.csv", "valor\n1\n2\n")
    project.write("snippets/data/LEIAME.md", "Fonte: ninguém.\n")
    project.write("snippets/data/outro.csv", "não lido\n")
    project.write("snippets/le.py", "# %% ler\nprint(open('data/valores.csv').read())\n")
    project.write("slides/00_a.md.j2", '# A\n\n{{ output("le", "ler") }}\n')
    done = project.build("--formats", "notebooks")
    assert done.returncode == 0, done.stderr
    return project


def test_data_that_a_snippet_reads_goes_into_the_notebook_the_folder_and_the_zip(published, tmp_path):
    names = zipfile.ZipFile(published.root / "dist" / "notebooks.zip").namelist()
    expected = ["notebooks/data/LEIAME.md", "notebooks/data/valores.csv"]
    assert names == [*expected, "notebooks/le.ipynb", "notebooks/requirements.txt"]
    notebook = nbformat.read(published.root / "dist" / "notebooks" / "le.ipynb", as_version=4)
    assert "- **Dados:** `data/valores.csv`" in notebook.cells[0].source
    setup = notebook.cells[1].source
    written = re.sub(r'Path\("', f'Path("{tmp_path.as_posix()}/', setup)
    exec(written, {})
    assert (tmp_path / "data" / "valores.csv").read_text("utf-8") == "valor\n1\n2\n"


def test_with_a_repository_slides_and_notebooks_know_colab_and_the_site(published):
    address = "https://colab.research.google.com/github/Dono/curso/blob/notebooks/le.ipynb"
    assert f"[(Colab)]({address})" in (published.root / "dist" / "deck.md").read_text("utf-8")
    card = nbformat.read(published.root / "dist" / "notebooks" / "le.ipynb", as_version=4).cells[0].source
    assert "[1](https://dono.github.io/curso/deck.html#1)" in card


def test_a_notebook_that_no_snippet_has_any_more_goes_away(published):
    dist = published.root / "dist"
    snippet, part = published.root / "snippets" / "le.py", published.root / "slides" / "00_a.md.j2"
    text = part.read_text("utf-8")
    try:
        snippet.rename(snippet.with_name("leu.py"))
        published.write("slides/00_a.md.j2", text.replace('"le"', '"leu"'))
        assert published.build("--formats", "notebooks").returncode == 0
    finally:
        snippet.with_name("leu.py").rename(snippet)
        published.write("slides/00_a.md.j2", text)
    assert sorted(p.name for p in (dist / "notebooks").iterdir()) == ["data", "leu.ipynb", "requirements.txt"]
    assert published.build("--formats", "notebooks").returncode == 0


def test_a_slide_that_shows_two_snippets_links_to_both_in_order():
    text = notebook_links(["b", "erros/a"], "")
    assert text == "notebooks: [b](notebooks/b.ipynb) · [a](notebooks/erros/a.ipynb)"
    assert colab("erros/a", REPOSITORY).endswith("/Dono/curso/blob/notebooks/erros/a.ipynb")


def test_requirements_are_what_is_imported_and_what_keras_computes_with(tmp_path):
    path = tmp_path / "snippets" / "s.py"
    path.parent.mkdir()
    path.write_text("# %% a\nimport os\nimport keras.layers as l\nfrom sklearn.svm import SVC\n", "utf-8")
    snippet, _ = read_snippet(path, tmp_path)
    found = requirements(snippet, {"keras", "tensorflow", "scikit-learn", "pandas"})
    assert found == {name: installed_version(name) for name in ("keras", "scikit-learn", "tensorflow")}


def test_a_cell_that_fails_on_purpose_does_not_stop_who_runs_the_notebook(project):
    project.write("snippets/x.py", '# %% errado raises="ValueError" message="x" tags=["fora-do-slide"]\nx = 1\n')
    (cell,) = project.snippets()[0]["x"].notebook.cells
    assert cell.metadata["tags"] == ["fora-do-slide", "raises-exception"]
