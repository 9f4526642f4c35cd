import sys
import time

import pytest

from engine.core import paths
from engine.core.problems import ContentError, SetupError
from engine.formats import marp

# Instead of Node.js: it answers as marp.mjs does, with what the test wants.
NODE = """\
import json, os, pathlib, sys, time
assert sys.argv[1].endswith("marp.mjs") and pathlib.Path(sys.argv[2]).is_dir()
for line in sys.stdin:
    request = json.loads(line)
    if {dies!r}:
        os._exit(3)
    if {hangs!r}:
        time.sleep(60)
    if "arguments" in request:
        pathlib.Path(request["arguments"][-1]).write_text("made")
    print(json.dumps({answer!r}), flush=True)
"""


@pytest.fixture
def started(tmp_path, monkeypatch):
    """Start a Marp that answers what the test wants."""
    (tmp_path / "node_modules" / "@marp-team" / "marp-cli").mkdir(parents=True)
    node = tmp_path / "node"
    monkeypatch.setattr(marp, "node_program", lambda: node)
    monkeypatch.setattr(marp.paths, "NODE_MODULES", tmp_path / "node_modules")

    def start(output="", error=None, dies=False, hangs=False):
        answer = {"output": output, "count": 3} | ({"error": error} if error else {})
        (tmp_path / "node.py").write_text(NODE.format(answer=answer, dies=dies, hangs=hangs))
        node.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{tmp_path}/node.py" "$@"\n')
        node.chmod(0o755)
        return marp.MarpProcess(tmp_path, tmp_path / "config.mjs")

    return start


@pytest.fixture
def convert(started):
    """Convert with it."""

    def go(*words, **settings):
        with started(*words, **settings) as process:
            return process.convert(3)

    return go


def test_it_waits_for_the_deck(started, tmp_path):
    with started() as waiting:
        time.sleep(0.3)
        assert not (tmp_path / "deck.html").exists()
        assert waiting.convert(3) == "made"


def test_leaving_without_a_deck_ends_it(started, tmp_path):
    with pytest.raises(KeyboardInterrupt), started() as process:
        raise KeyboardInterrupt
    assert process._process.returncode is not None
    assert not (tmp_path / "deck.html").exists()


def test_returns_the_file_that_marp_made(convert):
    assert convert("[  INFO ] deck.md => deck.html\n") == "made"


@pytest.mark.parametrize(
    ("output", "error", "message"),
    [
        ("[  WARN ] Image not found\n[  INFO ] done\n", None, "Image not found"),
        ("\x1b[31m[ ERROR ]\x1b[0m Failed: no\n          such file\n\n", "", "Failed: no such file"),
        ("somewhere\n", "TypeError: x is\n   undefined", "TypeError: x is undefined"),
        ("[ ERROR ] the reason\n", "something thrown", "the reason"),
    ],
    ids=["warning", "error on two lines", "crash", "both"],
)
def test_a_warning_or_an_error_of_marp_is_a_problem(convert, output, error, message):
    with pytest.raises(ContentError) as caught:
        convert(output, error)
    assert str(caught.value) == f"deck.md\n    Marp, making the HTML: {message}"


def test_a_marp_that_ends_by_itself_is_told_and_there_again(started):
    with started(dies=True) as process:
        for _ in range(2):
            with pytest.raises(ContentError, match="Marp, making the HTML ended by itself; is its configuration right"):
                process.convert(3)


def test_other_slides_than_were_written_are_told(started):
    with started() as process, pytest.raises(ContentError) as caught:
        process.convert(4)
    assert str(caught.value).endswith(
        "Marp makes 3 slides of the 4 that are written; look for a border that one sees only"
    )


def test_what_node_compiled_is_kept_for_the_next_start(root, tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "COMPILED", {"NODE_COMPILE_CACHE": str(tmp_path / "node")})
    with marp.MarpProcess(tmp_path, paths.Paths.of(root).marp_config):
        pass
    assert any(path.is_file() for path in tmp_path.rglob("*"))


def test_without_node_or_marp_the_machine_lacks_something(tmp_path, monkeypatch):
    monkeypatch.setattr(marp.paths, "NODE_MODULES", tmp_path / "nowhere")
    with pytest.raises(SetupError) as caught:
        marp.MarpProcess(tmp_path, tmp_path / "config.mjs")
    assert str(caught.value) == "no Node.js or no marp-cli; run python3 build.py, which installs both"


def test_one_that_gives_no_answer_is_killed(convert, monkeypatch):
    monkeypatch.setattr(marp, "_LIMIT_SECONDS", 0.5)
    with pytest.raises(ContentError) as caught:
        convert(hangs=True)
    assert "gave no answer within 0.5 s and was killed; is its configuration right?" in str(caught.value)
