"""The built deck, and the real browser that it is opened in."""

import os
import subprocess
import sys

import pytest

from engine.browser import find_browser
from engine.deck import read_course, read_parts
from engine.environment import executable


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


@pytest.fixture(scope="session")
def browser(root):
    """The browser that also prints the PDF."""
    from playwright.sync_api import sync_playwright

    found = find_browser(root, root / ".cache")
    # Playwright's own Node.js needs a library that a bare machine lacks; that of the environment does not.
    os.environ["PLAYWRIGHT_NODEJS_PATH"] = str(executable("node"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found.path,
            args=["--no-sandbox", "--disable-gpu"],
            env={**os.environ, **found.environment},
        )
        yield browser
        browser.close()


@pytest.fixture
def open_deck(browser, dist):
    """Open the deck as a teacher does, from the file; return the page, and what it asked for and complained of."""
    contexts = []

    def open_at(slide=1):
        context = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True)
        contexts.append(context)
        page = context.new_page()
        page.requests, page.complaints = [], []
        page.on("request", lambda request: page.requests.append(request.url))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("console", lambda m: page.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.goto((dist / "deck.html").as_uri() + f"#{slide}")
        page.wait_for_selector("svg.bespoke-marp-active")
        return page

    yield open_at
    for context in contexts:
        context.close()
