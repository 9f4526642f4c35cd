"""The page of a deck, and the browser that prints it."""

import time

import psutil
import pytest

from engine.core.paths import ROOT, Paths
from engine.core.problems import ContentError
from engine.formats.context import convert
from engine.slides.course import Course
from engine.slides.deck import Deck


def browsers() -> set[psutil.Process]:
    """Return the browsers that this process has started."""
    found = set()
    for each in psutil.Process().children(recursive=True):
        try:
            if "--type=" not in (words := " ".join(each.cmdline())) and "--headless" in words:
                found.add(each)
        except psutil.Error:
            continue
    return found


class Marp:
    """It takes until a browser has started, and then makes a page or fails."""

    def __init__(self, page: str):
        self.before, self.seen, self.page = browsers(), set(), page

    def convert(self, slides: int) -> str:
        end = time.monotonic() + 30
        while not self.seen and time.monotonic() < end:
            self.seen = browsers() - self.before
            time.sleep(0.02)
        if not self.page:
            raise ContentError([])
        return self.page


def test_the_browser_that_prints_starts_while_the_page_is_made(tmp_path):
    marp = Marp("<html><head></head><body>Um slide</body></html>")
    context = convert(Deck(Course(), {}, {}), Paths.of(ROOT), tmp_path, marp, {}, prints=True)
    assert marp.seen
    assert context.printed.result().startswith(b"%PDF")
    assert context.printed.result() is context.printed.result()


def test_without_a_page_it_ends(tmp_path):
    marp = Marp("")
    with pytest.raises(ContentError):
        convert(Deck(Course(), {}, {}), Paths.of(ROOT), tmp_path, marp, {}, prints=True)
    assert marp.seen
    psutil.wait_procs(marp.seen, 30)
    assert [each for each in marp.seen if each.is_running()] == []


def test_what_is_not_printed_starts_none(tmp_path):
    page = "<html><head></head><body>Um slide</body></html>"
    files = {"deck.html": page.encode()}
    context = convert(Deck(Course(), {}, {}), Paths.of(ROOT), tmp_path, None, files)
    assert context.html == page
    assert "printed" not in vars(context)
