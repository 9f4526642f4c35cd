import os
from dataclasses import replace

import pytest

from engine import output
from engine.core.paths import Paths
from engine.core.problems import SetupError
from engine.output import inputs_digest, last_build, lock, publish, save_build


def inputs_of(paths):
    return [inputs_digest(paths, read) for read in (False, True)]


@pytest.fixture
def built_once(project, monkeypatch):
    """A project with a deck, its paths, and the question whether it is up to date."""
    monkeypatch.setattr(output, "ROOT", project.root)
    paths = Paths.of(project.root, project.root / "store")
    project.write("slides/00_a.md.j2", "# A\n")
    project.write("snippets/x.py", "# %% a\nx = 1\n")
    project.write("dist/deck.html", "deck")
    save_build(paths, ["html"], inputs_of(paths), ["deck.html"], "1 slide", ("", ""))

    def ask(formats=("html",), out="dist"):
        last = last_build(replace(paths, out=project.root / out))
        return last.summary if last.formats.issuperset(formats) else None

    return project, ask


def test_nothing_changed_means_up_to_date(built_once):
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


def test_an_edit_that_keeps_size_and_time_of_a_file_is_seen(built_once):
    project, ask = built_once
    path = project.root / "snippets" / "x.py"
    before = path.stat()
    path.write_text("# %% a\nx = 2\n")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert ask() is None


def test_an_edit_of_the_deck_that_keeps_its_size_and_time_is_seen_and_a_copy_of_it_is_no_edit(built_once):
    project, ask = built_once
    path = project.root / "dist" / "deck.html"
    data, before = path.read_bytes(), path.stat()
    path.write_bytes(data[:-1] + b"x")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert ask() is None
    path.write_bytes(data)
    assert ask() is not None


def test_another_format_or_folder_means_work(built_once):
    _, ask = built_once
    assert ask(formats=("html", "pdf")) is None
    assert ask(out="elsewhere") is None


def test_what_was_written_is_known_even_when_it_is_out_of_date(built_once):
    project, _ = built_once
    project.write("snippets/x.py", "changed")
    last = last_build(Paths.of(project.root, project.root / "store"))
    assert (last.formats, last.files) == (frozenset(), ("deck.html",))


def test_only_the_site_goes_with_the_commit_that_it_tells(built_once):
    project, _ = built_once
    paths = Paths.of(project.root, project.root / "store")
    project.write("dist/index.html", "site")
    made = ["deck.html", "index.html"]
    save_build(paths, ["html", "site"], inputs_of(paths), made, "1 slide", ("a1", "d"))
    last = last_build(paths)
    assert (last.formats, last.files) == ({"html"}, ("deck.html", "index.html"))
    save_build(paths, ["html", "site"], inputs_of(paths), made, "1 slide", ("", ""))
    assert last_build(paths).formats == {"html", "site"}


@pytest.mark.parametrize(
    "name",
    ["engine/__pycache__/words.cpython-311.pyc", "snippets/.ruff_cache/0/1", "slides/.DS_Store", "slides/.#00_a.md.j2"],
)
def test_what_a_tool_leaves_beside_the_sources_means_nothing(built_once, name):
    project, ask = built_once
    project.write(name, "x")
    assert ask() == "1 slide"


@pytest.mark.parametrize("text", ["{", "[]", "3", "{}", '{"files": 3, "formats": 3}'])
def test_a_damaged_record_means_work(built_once, text):
    project, ask = built_once
    (record,) = (project.root / "store" / "builds").iterdir()
    record.write_text(text)
    assert ask() is None


def test_what_an_earlier_build_wrote_goes_away_and_what_others_put_there_stays(tmp_path):
    paths = Paths.of(tmp_path, tmp_path / "store", tmp_path / "out")
    gone = ("images/a.png", "images/deep/b.png", "notebooks/a.ipynb", "notebooks/x/y/b.ipynb", "png/001.png")
    for name in (*gone, "images/ferias.jpg", "mine.txt"):
        (paths.out / name).parent.mkdir(parents=True, exist_ok=True)
        (paths.out / name).write_text("x")
    removed = publish({"deck.html": b"new"}, paths, [*gone, "deck.html", "missing.pdf"])
    assert removed == list(gone)
    left = sorted(path.relative_to(paths.out).as_posix() for path in paths.out.rglob("*"))
    assert left == ["deck.html", "images", "images/ferias.jpg", "mine.txt"]


@pytest.fixture
def published(tmp_path):
    paths = Paths.of(tmp_path, tmp_path / "store", tmp_path / "out")
    publish({"a": b"old a", "b": b"old b"}, paths, [])
    save_build(paths, ["html"], inputs_of(paths), ["a", "b"], "1 slide", ("", ""))
    assert last_build(paths).formats == {"html"}
    return paths


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_disk_that_fills_leaves_the_earlier_deck_and_its_record(published, monkeypatch):
    real = output.Path.write_bytes

    def full(path, data):
        if data == b"new b":
            raise OSError(28, "No space left on device", str(path))
        return real(path, data)

    monkeypatch.setattr(output.Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        publish({"a": b"new a", "b": b"new b"}, published, ["a", "b"])
    assert contents(published.out) == {"a": b"old a", "b": b"old b"}
    assert last_build(published).formats == {"html"}


def test_a_build_that_ends_while_it_writes_is_known_as_unfinished(published, monkeypatch):
    real, done = output.Path.replace, []

    def killed(path, target):
        if target.parent == published.out and done:
            raise KeyboardInterrupt
        done.append(path.name) if target.parent == published.out else None
        return real(path, target)

    monkeypatch.setattr(output.Path, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        publish({"a": b"new a", "b": b"new b"}, published, ["a", "b"])
    assert contents(published.out) == {"a": b"new a", "b": b"old b"}
    last = last_build(published)
    assert (last.formats, set(last.files)) == (frozenset(), {"a", "b"})


def test_two_builds_of_one_folder_do_not_run_at_once(tmp_path):
    paths = Paths.of(tmp_path)
    with lock(paths):
        with pytest.raises(
            SetupError, match="another build of this deck is at work; wait until it has ended, or pass --out"
        ):
            lock(paths).__enter__()
        with lock(Paths.of(tmp_path, None, tmp_path / "elsewhere")):
            pass
    with lock(paths):
        pass
