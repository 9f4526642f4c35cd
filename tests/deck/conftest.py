"""The built deck, and the real browser that it is opened in."""

import subprocess
import sys

import pytest

from engine.slides.parts import read_course, read_parts


@pytest.fixture(scope="session")
def dist(root):
    """The folder of the deck, built from what stands in the project now."""
    done = subprocess.run([sys.executable, "build.py", "deck"], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return root / "dist"


@pytest.fixture(scope="session")
def parts(root):
    """The parts of the deck, as they are written."""
    return read_parts(root / "slides")[0]


@pytest.fixture(scope="session")
def slides(parts):
    """Number and title of every slide."""
    return [slide for part in parts for slide in part.slides]


@pytest.fixture(scope="session")
def course(root):
    """What is said once about the whole deck."""
    return read_course(root / "slides")


def open_page(context, dist, slide=1):
    """Open the deck as a teacher does, from the file; return the page, and what it asked for and complained of."""
    page = context.new_page()
    page.requests, page.complaints = [], []
    page.on("request", lambda request: page.requests.append(request.url))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("console", lambda m: page.complaints.append(m.text) if m.type in ("error", "warning") else None)
    page.goto((dist / "deck.html").as_uri() + f"#{slide}")
    page.wait_for_selector("svg.bespoke-marp-active")
    return page


@pytest.fixture
def open_deck(context_of_browser, dist):
    """Open the deck in a page of the test's own: see `open_page`."""
    pages = []

    def open_at(slide=1):
        pages.append(open_page(context_of_browser, dist, slide))
        return pages[-1]

    yield open_at
    for page in pages:
        page.close()


@pytest.fixture(scope="session")
def deck(context_of_browser, dist):
    """The deck, opened once at its first slide, for tests that only look at it."""
    page = open_page(context_of_browser, dist)
    yield page
    page.close()
