"""The built deck, and the real browser that it is opened in."""

import subprocess
import sys

import pytest

from engine.core.browser import open_page
from engine.slides.course import read_course
from engine.slides.parts import read_parts


@pytest.fixture(scope="session")
def dist(root):
    """The folder of the deck, built from what stands in the project now."""
    done = subprocess.run([sys.executable, "build.py", "deck"], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return root / "dist"


@pytest.fixture(scope="session")
def parts(root):
    """The parts of the deck, as they are written."""
    return read_parts(root)[0]


@pytest.fixture(scope="session")
def slides(parts):
    """Number and title of every slide."""
    return [slide for part in parts for slide in part.slides]


@pytest.fixture(scope="session")
def course(root):
    """What is said once about the whole deck."""
    return read_course(root)[0]


def open_at(context, dist, slide=1):
    """Open the deck as a teacher does, from the file: see `engine.core.browser.open_page`."""
    opened = open_page(context, (dist / "deck.html").as_uri() + f"#{slide}")
    opened.page.wait_for_selector("svg.bespoke-marp-active")
    return opened


@pytest.fixture
def open_deck(context_of_browser, dist):
    """Open the deck in a page of the test's own."""
    pages = []

    def go(slide=1):
        pages.append(open_at(context_of_browser, dist, slide).page)
        return pages[-1]

    yield go
    for page in pages:
        page.close()


@pytest.fixture(scope="session")
def deck(context_of_browser, dist):
    """The deck, opened once, for tests that only look at it."""
    page = open_at(context_of_browser, dist).page
    yield page
    page.close()


@pytest.fixture
def go_to(deck):
    """Go to a slide of the deck that is open, as a link does, for tests that only turn its slides."""

    def go(slide=1, page=deck):
        page.goto(page.url.split("#")[0] + f"#{slide}")
        page.wait_for_selector(f"svg.bespoke-marp-active section[data-marpit-pagination='{slide}']")
        return page

    return go
