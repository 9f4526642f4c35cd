import sys
import time

import pytest

from engine.core.browser import Browser
from engine.core.problems import ContentError, SetupError
from engine.formats import marp

# Instead of Node.js: it waits for the end of its input, as the gate does, and runs marp-cli, in Python here.
NODE = """\
#!{python}
import runpy, sys
assert sys.argv[1] == "--import" and sys.argv[2].endswith("wait_for_stdin.mjs")
sys.stdin.read()
sys.argv = sys.argv[3:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""
FAKE = """\
import os, pathlib, sys
pathlib.Path(sys.argv[-1]).write_text("made")
pathlib.Path("env").write_text(os.environ.get("CHROME_NO_SANDBOX", "") + os.environ.get("LD_X", ""))
sys.stderr.write({stderr!r})
sys.exit({code})
"""


@pytest.fixture
def started(tmp_path, monkeypatch):
    """Start a marp-cli that says what the test wants."""
    cli = tmp_path / "node_modules" / "@marp-team" / "marp-cli" / "marp-cli.js"
    cli.parent.mkdir(parents=True)
    node = tmp_path / "node"
    node.write_text(NODE.format(python=sys.executable))
    node.chmod(0o755)
    monkeypatch.setattr(marp, "node_program", lambda: node)
    monkeypatch.setattr(marp.paths, "NODE_MODULES", tmp_path / "node_modules")

    def start(stderr="", code=0, kinds=("html",), browser=None):
        cli.write_text(FAKE.format(stderr=stderr, code=code))
        return marp.Marp(tmp_path / "deck.md", kinds, tmp_path / "config.mjs", browser)

    return start


@pytest.fixture
def convert(started):
    """Convert with it."""

    def go(*words, **settings):
        with started(*words, **settings) as marp:
            return marp.convert()

    return go


def test_it_waits_for_the_deck(started, tmp_path):
    with started() as waiting:
        time.sleep(0.3)
        assert not (tmp_path / "deck.html").exists()
        assert waiting.convert() == {"html": b"made"}


def test_leaving_without_a_deck_ends_it(started, tmp_path):
    with pytest.raises(KeyboardInterrupt), started() as waiting:
        (process,) = waiting._processes.values()
        raise KeyboardInterrupt
    assert process.returncode is not None
    assert not (tmp_path / "deck.html").exists()


def test_returns_the_file_that_marp_made(convert):
    assert convert("[  INFO ] deck.md => deck.html\n") == {"html": b"made"}


@pytest.mark.parametrize(
    ("stderr", "code", "message"),
    [
        ("[  WARN ] Image not found\n[  INFO ] done\n", 0, "Image not found"),
        ("\x1b[31m[ ERROR ]\x1b[0m Failed: no\n          such file\n\n", 1, "Failed: no such file"),
        ("somewhere\nTypeError: x is undefined\n    at y\n", 1, "TypeError: x is undefined"),
        ("quite lost\n", 1, "quite lost"),
    ],
    ids=["warning", "error on two lines", "crash", "no reason"],
)
def test_a_warning_or_an_error_of_marp_is_a_problem(convert, stderr, code, message):
    with pytest.raises(ContentError) as caught:
        convert(stderr, code)
    assert str(caught.value) == f"deck.md\n    Marp, making the HTML: {message}"


def test_what_is_wrong_in_both_formats_is_told_of_both(convert):
    browser = Browser(marp.Path("chrome"))
    with pytest.raises(ContentError) as caught:
        convert("[  WARN ] bad\n", kinds=("html", "pdf"), browser=browser)
    assert [p.message for p in caught.value.problems] == [
        "Marp, making the HTML: bad",
        "Marp, making the PDF: bad",
    ]


def test_the_browser_gets_its_environment_and_no_sandbox(convert, tmp_path):
    convert(kinds=("pdf",), browser=Browser(marp.Path("chrome"), {"LD_X": "libs"}))
    assert (tmp_path / "env").read_text() == "1libs"


def test_without_node_or_marp_the_environment_lacks_something(tmp_path, monkeypatch):
    monkeypatch.setattr(marp.paths, "NODE_MODULES", tmp_path / "nowhere")
    with pytest.raises(SetupError) as caught:
        marp.Marp(tmp_path / "deck.md", ["html"], tmp_path / "config.mjs", None)
    assert str(caught.value) == "no Node.js or no marp-cli; run python3 build.py, which installs both"
