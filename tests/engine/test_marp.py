import io
import re
import sys

import pikepdf
import pytest

from engine import marp
from engine.browser import Browser
from engine.problems import ContentError, EnvironmentLackError

FAKE = """\
import os, pathlib, sys
pathlib.Path(sys.argv[-1]).write_text("made")
pathlib.Path("env").write_text(os.environ.get("CHROME_NO_SANDBOX", "") + os.environ.get("LD_X", ""))
sys.stderr.write({stderr!r})
sys.exit({code})
"""


@pytest.fixture
def convert(tmp_path, monkeypatch):
    """Convert with a marp-cli that says what the test wants."""
    cli = tmp_path / "node_modules" / "@marp-team" / "marp-cli" / "marp-cli.js"
    cli.parent.mkdir(parents=True)
    monkeypatch.setattr(marp, "executable", lambda name: marp.Path(sys.executable))

    def go(stderr="", code=0, formats=("html",), browser=None):
        cli.write_text(FAKE.format(stderr=stderr, code=code))
        return marp.convert(tmp_path / "deck.md", list(formats), tmp_path, tmp_path / "config.mjs", browser)

    return go


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
        convert("[  WARN ] bad\n", formats=("html", "pdf"), browser=browser)
    assert [p.message for p in caught.value.problems] == [
        "Marp, making the HTML: bad",
        "Marp, making the PDF: bad",
    ]


def test_the_browser_gets_its_environment_and_no_sandbox(convert, tmp_path, monkeypatch):
    monkeypatch.setattr(marp, "undated_pdf", lambda data, folder: data)
    convert(formats=("pdf",), browser=Browser(marp.Path("chrome"), {"LD_X": "libs"}))
    assert (tmp_path / "env").read_text() == "1libs"


def test_without_node_or_marp_the_environment_lacks_something(tmp_path):
    with pytest.raises(EnvironmentLackError) as caught:
        marp.convert(tmp_path / "deck.md", ["html"], tmp_path, tmp_path / "config.mjs", None)
    assert str(caught.value) == "no Node.js or no marp-cli; run python3 build.py, which installs both"


def test_a_pdf_says_no_time_and_its_bytes_depend_on_its_content_alone():
    def pdf(date):
        document = pikepdf.new()
        document.add_blank_page()
        document.docinfo["/CreationDate"] = document.docinfo["/ModDate"] = date
        out = io.BytesIO()
        document.save(out)
        return marp.undated_pdf(out.getvalue())

    first, second = pdf("D:20200101000000Z"), pdf("D:20260101000000Z")
    assert first == second
    assert not re.search(rb"D:20\d\d", first)
