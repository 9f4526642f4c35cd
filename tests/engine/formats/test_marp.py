import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from engine.core.browser import Browser
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
        env = [os.environ.get("CHROME_NO_SANDBOX", ""), os.environ.get("LD_X", ""), *request["arguments"]]
        pathlib.Path("asked").write_text(" ".join(env))
    print(json.dumps({answer!r}), flush=True)
"""


@pytest.fixture
def started(tmp_path, monkeypatch):
    """Start a Marp that answers what the test wants."""
    (tmp_path / "node_modules" / "@marp-team" / "marp-cli").mkdir(parents=True)
    node = tmp_path / "node"
    monkeypatch.setattr(marp, "node_program", lambda: node)
    monkeypatch.setattr(marp.paths, "NODE_MODULES", tmp_path / "node_modules")

    def start(output="", error=None, browser=None, dies=False, hangs=False):
        answer = {"output": output, "count": 3} | ({"error": error} if error else {})
        (tmp_path / "node.py").write_text(NODE.format(answer=answer, dies=dies, hangs=hangs))
        node.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{tmp_path}/node.py" "$@"\n')
        node.chmod(0o755)
        return marp.MarpProcess(tmp_path, tmp_path / "config.mjs", browser)

    return lambda *words, kinds=("html",), **settings: {kind: start(*words, **settings) for kind in kinds}


@pytest.fixture
def convert(started):
    """Convert with it."""

    def go(*words, **settings):
        with ExitStack() as stack:
            processes = started(*words, **settings)
            return marp.convert_all({kind: stack.enter_context(each) for kind, each in processes.items()}, 3)

    return go


def test_it_waits_for_the_deck(started, tmp_path):
    with started()["html"] as waiting:
        time.sleep(0.3)
        assert not (tmp_path / "deck.html").exists()
        assert marp.convert_all({"html": waiting}, 3) == {"html": b"made"}


def test_leaving_without_a_deck_ends_it_and_takes_its_folder_away(started, tmp_path):
    with pytest.raises(KeyboardInterrupt), started()["html"] as process:
        raise KeyboardInterrupt
    assert process._process.returncode is not None
    assert not Path(process._temporary.name).exists()
    assert not (tmp_path / "deck.html").exists()


def test_returns_the_file_that_marp_made(convert):
    assert convert("[  INFO ] deck.md => deck.html\n") == {"html": b"made"}


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


def test_what_is_wrong_in_both_kinds_is_told_of_both(convert):
    with pytest.raises(ContentError) as caught:
        convert("[  WARN ] bad\n", kinds=("html", "pdf"), browser=Browser(Path("chrome")))
    assert [p.message for p in caught.value.problems] == [
        "Marp, making the HTML: bad",
        "Marp, making the PDF: bad",
    ]


def test_a_marp_that_ends_by_itself_is_told_and_there_again(started):
    with started(dies=True)["html"] as process:
        for _ in range(2):
            with pytest.raises(ContentError, match="Marp, making the HTML ended by itself; is its configuration right"):
                marp.convert_all({"html": process}, 3)


def test_the_browser_gets_its_environment_and_no_sandbox(convert, tmp_path):
    convert(kinds=("pdf",), browser=Browser(Path("chrome"), {"LD_X": "libs"}))
    asked = (tmp_path / "asked").read_text()
    assert asked == "1 libs --pdf --browser chrome --browser-path chrome deck.md --output deck.pdf"


def test_other_slides_than_were_written_are_told(started):
    with started()["html"] as process, pytest.raises(ContentError) as caught:
        process.convert("html", 4)
    assert str(caught.value).endswith(
        "Marp makes 3 slides of the 4 that are written; look for a border that one sees only"
    )


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


@pytest.mark.parametrize("error", ["Connection closed.", "Protocol error (Page.printToPDF): Target closed"])
def test_a_browser_that_ended_is_told_as_that(convert, error):
    with pytest.raises(SetupError) as caught:
        convert(error=error)
    assert str(caught.value).endswith(f"lost its browser ({error}): is there memory left? build again")
