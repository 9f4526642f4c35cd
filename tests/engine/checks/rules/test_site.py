"""A front page in which each rule is broken once, and one that keeps them all."""

import base64
from concurrent.futures import ThreadPoolExecutor

import pytest

from engine.checks.context import CheckContext, PageMeasure
from engine.checks.rules.files import LARGEST, site
from engine.core.paths import Paths
from engine.slides.course import Course
from engine.slides.deck import Deck

PAGE = """\
<!DOCTYPE html><html lang="pt-BR"><head><meta charset="utf-8"><title>Curso</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>@font-face {{ font-family: f; src: url("data:font/woff2;base64,{font}"); }} body {{ font-family: f; }}</style>
</head>
<body><main><h1 id="alto">Curso</h1><p><a href="deck.html#3">Slides</a> <a href="#alto">Alto</a></p>{more}
</main></body></html>
"""
BROKEN = {
    "dead file": ('<a href="nada.pdf">PDF</a>', "the link nada.pdf leads nowhere"),
    "dead place": ('<a href="#nada">ali</a>', "the link #nada leads nowhere"),
    "out of the folder": ('<a href="../fora.txt">fora</a>', "the link ../fora.txt leads nowhere"),
    "from outside": ('<img alt="a" src="https://example.org/a.png">', "the page asks for https://example.org/a.png"),
    "too wide": ('<div style="width: 500px">largo</div>', "on a phone the page is"),
    "without a name": ('<a href="deck.html"></a>', "Links must have discernible text (axe rule link-name)"),
    "pale": ('<p style="color: #bbb">pálido</p>', "(axe rule color-contrast)"),
    "complaint": ("<script>console.error('ai')</script>", "the browser complains: ai"),
    "heavy": ("<!--" + "x" * LARGEST + "-->", "bytes, 300,000 is the most; make its pictures smaller"),
}


@pytest.fixture
def check(tmp_path, root):
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / "deck.html").write_text("deck", "utf-8")
    (tmp_path / "fora.txt").write_text("fora", "utf-8")

    def go(more):
        # A browser on a bare machine has no font of its own: text without one has no size, and no contrast.
        font = root / "node_modules/@ibm/plex-sans/fonts/complete/woff2/IBMPlexSans-Regular.woff2"
        page = PAGE.format(more=more, font=base64.b64encode(font.read_bytes()).decode())
        (folder / "index.html").write_text(page, "utf-8")
        context = CheckContext(Deck(Course(), {}, {}), Paths.of(tmp_path), PageMeasure([]))
        # In a thread of its own: a test before this one may have left the session's browser open in this one.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(lambda: [found.message for found in site(context)]).result()

    return go


def test_a_good_page_passes(check):
    assert check("") == []


@pytest.mark.parametrize(("more", "message"), BROKEN.values(), ids=BROKEN)
def test_what_is_wrong_is_found(check, more, message):
    assert any(message in found for found in check(more))
