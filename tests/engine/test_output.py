import os

import pytest

from engine import output
from engine.output import inputs_digest, kept_build, record_build


@pytest.fixture
def built_once(project):
    """A project with a deck, and the question whether it is fresh."""
    root = project.root
    project.write("slides/00_a.md.j2", "# A\n")
    project.write("snippets/x.py", "# %% a\nx = 1\n")
    project.write("dist/deck.html", "deck")
    record_build(root / "store", root / "dist", ["html"], inputs_digest(root), ["deck.html"], "1 slide")

    def ask(formats=("html",), out="dist"):
        kept = kept_build(root, root / "store", root / out)
        return kept.summary if kept.formats.issuperset(formats) else None

    return project, ask


def test_nothing_changed_means_fresh(built_once):
    _, ask = built_once
    assert ask() == "1 slide"


@pytest.mark.parametrize(
    "file",
    ["slides/00_a.md.j2", "slides/theme/aula.css", "snippets/x.py", "snippets/data/new.csv", "engine/slides/words.py",
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


def test_only_the_site_goes_with_the_commit_that_it_tells(built_once):
    project, _ = built_once
    root = project.root
    project.write("dist/index.html", "site")
    made = ["deck.html", "index.html"]
    record_build(root / "store", root / "dist", ["html", "site"], inputs_digest(root), made, "1 slide", ("a1", "d"))
    kept = kept_build(root, root / "store", root / "dist")
    assert (kept.formats, kept.files) == ({"html"}, ("deck.html", "index.html"))
    record_build(root / "store", root / "dist", ["html", "site"], inputs_digest(root), made, "1 slide")
    assert kept_build(root, root / "store", root / "dist").formats == {"html", "site"}


def test_bytecode_of_the_engine_means_nothing(built_once):
    project, ask = built_once
    project.write("engine/__pycache__/words.cpython-311.pyc", "x")
    assert ask() == "1 slide"


def test_a_damaged_record_means_work(built_once):
    project, ask = built_once
    (record,) = (project.root / "store" / "builds").iterdir()
    for text in ("{", "[]", "3"):
        record.write_text(text)
        assert ask() is None


@pytest.fixture
def read(monkeypatch):
    """The names of the files whose content is read from now on, in a time when the times of all files have settled."""
    names = []
    real = output.Path.read_bytes
    monkeypatch.setattr(output.Path, "read_bytes", lambda path: names.append(path.name) or real(path))
    monkeypatch.setattr(output, "_COARSEST_NS", -(10**12))
    return names


def test_what_has_not_been_touched_is_not_read_again(built_once, read):
    project, ask = built_once
    assert ask() == "1 slide"
    assert {"x.py", "deck.html", "build.py"} <= set(read)  # their times were too new
    read.clear()
    assert ask() == "1 slide"
    assert read == []
    os.utime(project.root / "snippets" / "x.py", (1, 1))
    assert ask() == "1 slide"
    assert read == ["x.py"]
    read.clear()
    assert ask() == "1 slide"
    assert read == []


def test_an_edit_that_keeps_size_and_time_of_a_file_is_seen(built_once, read):
    project, ask = built_once
    path = project.root / "snippets" / "x.py"
    ask()
    before = path.stat()
    path.write_text("# %% a\nx = 2\n")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert ask() is None


def test_a_file_that_changed_a_moment_ago_is_read_the_next_time_too(built_once, read, monkeypatch):
    monkeypatch.setattr(output, "_COARSEST_NS", 10**12)
    _, ask = built_once
    ask()
    read.clear()
    assert ask() == "1 slide"
    assert "x.py" in read


@pytest.mark.parametrize("text", ["{", "[]", "3"])
def test_damaged_knowledge_of_files_means_that_they_are_read(built_once, text):
    project, ask = built_once
    (project.root / "store" / "digests.json").write_text(text)
    assert ask() == "1 slide"
