"""Small projects, and results as the runner makes them."""

import pytest
from nbformat import v4

from tests.project import NUMBERS, PART, Project


@pytest.fixture
def project(tmp_path, root) -> Project:
    return Project(tmp_path, root)


@pytest.fixture(scope="session")
def built(tmp_path_factory, root) -> Project:
    """A project that was built once; tests that use it must leave its content as it is."""
    project = Project(tmp_path_factory.mktemp("built"), root)
    project.write("snippets/numeros.py", NUMBERS)
    project.write("slides/00_numeros.md.j2", PART)
    done = project.build()
    assert done.returncode == 0, done.stderr
    project.said = done
    return project


@pytest.fixture
def result():
    """Make a result as the runner would: outputs by cell name, and values."""

    def make(cells: dict[str, list], values: dict | None = None):
        notebook = v4.new_notebook()
        for name, outputs in cells.items():
            cell = v4.new_code_cell("…", outputs=outputs, metadata={"name": name})
            notebook.cells.append(cell)
        notebook.metadata["values"] = values or {}
        return notebook

    return make
