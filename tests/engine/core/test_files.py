import os
from pathlib import Path

import pytest

from engine.core.files import digest, make_once, temporary_folder, write_atomically


def test_the_same_bytes_are_not_written_again(tmp_path):
    path = tmp_path / "deep" / "file"
    write_atomically(path, b"x")
    before = path.stat()
    write_atomically(path, b"x")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    write_atomically(path, b"y")
    assert path.read_bytes() == b"y"


def test_a_write_that_breaks_off_leaves_the_file_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "file"
    path.write_bytes(b"good")
    monkeypatch.setattr("pathlib.Path.replace", lambda *a: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"good"


def test_the_borders_between_parts_count():
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("a", b"b") == digest(b"a", "b")


def test_a_folder_is_made_once_whole_and_replaces_those_of_older_locks(tmp_path):
    older, folder = tmp_path / "fonts-1", tmp_path / "fonts-2"
    older.mkdir()
    (tmp_path / "fontsmith").mkdir()

    def fill(made):
        assert not folder.exists()
        (made / "a.ttf").write_text("x")

    assert make_once(folder, fill) == folder
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.ttf", "fonts-2", "fontsmith"]
    make_once(folder, lambda made: pytest.fail("it is there"))


def test_a_folder_that_another_process_made_meanwhile_stays(tmp_path):
    folder = tmp_path / "fonts-2"

    def fill(made):
        folder.mkdir()
        (folder / "theirs").touch()
        (made / "ours").touch()

    make_once(folder, fill)
    assert [path.name for path in tmp_path.rglob("*")] == ["fonts-2", "theirs"]


def test_a_folder_whose_making_fails_is_not_there(tmp_path):
    with pytest.raises(OSError, match="disk full"):
        make_once(tmp_path / "fonts-2", lambda made: (_ for _ in ()).throw(OSError("disk full")))
    assert list(tmp_path.iterdir()) == []


def test_the_temporary_folder_of_a_process_that_is_gone_is_removed(tmp_path):
    gone, ours = tmp_path / "deck-999999999-stage-x", tmp_path / f"deck-{os.getpid()}-stage-x"
    gone.mkdir()
    ours.mkdir()
    with temporary_folder("stage", tmp_path) as made:
        assert {path.name for path in tmp_path.iterdir()} == {ours.name, Path(made).name}
