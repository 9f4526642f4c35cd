import pytest

from engine.freshness import fresh_summary, inputs_digest, record_build


@pytest.fixture
def built_once(project):
    """A project with a deck, and the question whether it is fresh."""
    root = project.root
    project.write("slides/00_a.md.j2", "# A\n")
    project.write("snippets/x.py", "# %% a\nx = 1\n")
    project.write("dist/deck.html", "deck")
    record_build(root / "store", root / "dist", ["html"], inputs_digest(root), ["deck.html"], "1 slide")

    def ask(formats=("html",), out="dist"):
        return fresh_summary(root, root / "store", root / out, list(formats))

    return project, ask


def test_nothing_changed_means_fresh(built_once):
    _, ask = built_once
    assert ask() == "1 slide"


@pytest.mark.parametrize(
    "file",
    ["slides/00_a.md.j2", "slides/theme/aula.css", "snippets/x.py", "snippets/data/new.csv", "engine/words.py",
     "requirements.lock", "package-lock.json", "build.py"],
)  # fmt: skip
def test_any_changed_source_means_work(built_once, file):
    project, ask = built_once
    project.write(file, "changed")
    assert ask() is None


@pytest.mark.parametrize("text", ["touched by hand", None])
def test_a_deck_that_was_changed_or_deleted_means_work(built_once, text):
    project, ask = built_once
    path = project.root / "dist" / "deck.html"
    path.unlink() if text is None else path.write_text(text)
    assert ask() is None


def test_another_format_or_folder_means_work(built_once):
    _, ask = built_once
    assert ask(formats=("html", "pdf")) is None
    assert ask(out="elsewhere") is None


def test_bytecode_of_the_engine_means_nothing(built_once):
    project, ask = built_once
    project.write("engine/__pycache__/words.cpython-311.pyc", "x")
    assert ask() == "1 slide"


def test_a_damaged_record_means_work(built_once):
    project, ask = built_once
    (record,) = (project.root / "store" / "builds").iterdir()
    record.write_text("{")
    assert ask() is None
