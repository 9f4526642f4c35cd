import re
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from engine.core import browser
from engine.core.problems import SetupError


@pytest.fixture
def bare(monkeypatch):
    """A machine without any browser."""
    monkeypatch.delenv("CHROME_PATH", raising=False)
    monkeypatch.setattr(browser.shutil, "which", lambda name: None)
    monkeypatch.setattr(browser, "_is_pinned", lambda: False)
    monkeypatch.setattr(browser, "_PLACES", {})


def test_chrome_path_comes_first(tmp_path, monkeypatch):
    chosen = tmp_path / "my-chrome"
    chosen.touch()
    monkeypatch.setenv("CHROME_PATH", str(chosen))
    assert browser.find_browser().path == chosen


def test_a_wrong_chrome_path_is_not_passed_over(monkeypatch):
    monkeypatch.setenv("CHROME_PATH", "/nowhere/chrome")
    with pytest.raises(SetupError) as caught:
        browser.find_browser()
    assert str(caught.value) == "CHROME_PATH names /nowhere/chrome, which does not exist; correct it or unset it"


def test_an_installed_browser_is_used_and_named_by_what_it_is(bare, tmp_path, monkeypatch):
    chromium = tmp_path / "chromium"
    chromium.write_text("version 1")
    monkeypatch.setattr(browser.shutil, "which", lambda name: str(chromium) if name == "chromium" else None)
    assert browser.find_browser().path == chromium
    before = browser.browser_identity()
    assert str(chromium) in before
    chromium.write_text("version 10")
    assert browser.browser_identity() != before


def test_the_browser_of_the_lock_comes_before_an_installed_one_and_needs_no_name(monkeypatch):
    monkeypatch.delenv("CHROME_PATH", raising=False)
    monkeypatch.setattr(browser.shutil, "which", lambda name: sys.executable)
    monkeypatch.setattr(browser, "_is_pinned", lambda: True)
    monkeypatch.setattr(browser, "make_once", lambda folder, make: folder)
    assert browser.find_browser().path.parent.name.startswith("chromium-")
    assert browser.browser_identity() == ""


def test_no_browser_at_all_is_told_with_the_way_out(bare):
    with pytest.raises(SetupError) as caught:
        browser.find_browser()
    assert str(caught.value) == (
        "no browser to print the PDF with; install Chrome, Chromium or Edge, or build with --formats html"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="the npm package has a browser for Linux only")
def test_on_linux_the_browser_of_the_npm_package_is_unpacked_once(tmp_path, monkeypatch):
    monkeypatch.delenv("CHROME_PATH", raising=False)
    monkeypatch.setattr(browser.paths, "CACHE", tmp_path)
    found = browser.find_browser()
    assert found.path.is_file()
    assert (found.path.parent / "al2023" / "lib").is_dir()
    assert str(tmp_path) in found.environment["LD_LIBRARY_PATH"]
    monkeypatch.setattr(browser, "_unpack", None)
    assert browser.find_browser() == found


def failure(does, *given, **options) -> str:
    """Return how a browser fails, in a thread of its own: the browser of other tests may be open in this one."""

    def run():
        with browser.open_browser(*given, **options) as context:
            does(context)

    with ThreadPoolExecutor() as threads, pytest.raises(SetupError) as caught:
        threads.submit(run).result()
    return str(caught.value)


def test_a_browser_that_does_not_start_is_told():
    said = failure(lambda context: None, browser.Browser(Path(sys.executable)))
    assert said.startswith(f"the browser {Path(sys.executable).name} failed (BrowserType.launch: ")
    assert said.endswith("is there memory left? build again, or set CHROME_PATH to another browser")


def test_a_page_that_hangs_ends_with_its_browser():
    said = failure(lambda context: context.new_page().evaluate("() => { while (true) {} }"), seconds=3)
    assert re.search(r"^the browser .* failed \(.*closed", said), said
