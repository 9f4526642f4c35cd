"""The built deck, and the real browser that it is opened in."""

import subprocess
import sys

import pytest

from engine.parts import read_course, read_parts


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


@pytest.fixture
def open_deck(context_of_browser, dist):
    """Open the deck as a teacher does, from the file; return the page, and what it asked for and complained of."""
    pages = []

    def open_at(slide=1):
        page = context_of_browser.new_page()
        pages.append(page)
        page.requests, page.complaints = [], []
        page.on("request", lambda request: page.requests.append(request.url))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("console", lambda m: page.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.goto((dist / "deck.html").as_uri() + f"#{slide}")
        page.wait_for_selector("svg.bespoke-marp-active")
        return page

    yield open_at
    for page in pages:
        page.close()
