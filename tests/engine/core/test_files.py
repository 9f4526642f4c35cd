import pytest

from engine.core.files import digest, write_atomically


def test_the_same_bytes_are_not_written_again(tmp_path):
    path = tmp_path / "deep" / "file"
    assert write_atomically(path, b"x") is True
    before = path.stat().st_mtime_ns
    assert write_atomically(path, b"x") is False
    assert path.stat().st_mtime_ns == before
    assert write_atomically(path, b"y") is True


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
