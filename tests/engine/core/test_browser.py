import sys

import pytest

from engine.core import browser
from engine.core.problems import SetupError


@pytest.fixture
def bare(monkeypatch):
    """A machine without any browser."""
    monkeypatch.delenv("CHROME_PATH", raising=False)
    monkeypatch.setattr(browser.shutil, "which", lambda name: None)
    monkeypatch.setattr(browser, "_PLACES", {})


@pytest.fixture
def without_packages(tmp_path, monkeypatch):
    monkeypatch.setattr(browser.paths, "NODE_MODULES", tmp_path)


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


def test_an_installed_browser_is_used(bare, monkeypatch):
    monkeypatch.setattr(browser.shutil, "which", lambda name: "/usr/bin/chromium" if name == "chromium" else None)
    assert browser.find_browser().path.as_posix() == "/usr/bin/chromium"


def test_no_browser_at_all_is_told_with_the_way_out(bare, without_packages):
    with pytest.raises(SetupError) as caught:
        browser.find_browser()
    assert str(caught.value) == (
        "no browser to print the PDF with; install Chrome, Chromium or Edge, or build with --formats html"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="the npm package has a browser for Linux only")
def test_on_linux_the_browser_of_the_npm_package_is_unpacked_once(bare, tmp_path, monkeypatch):
    monkeypatch.setattr(browser.paths, "CACHE", tmp_path)
    found = browser.find_browser()
    assert found.path == tmp_path / "chromium" / "chromium"
    assert (tmp_path / "chromium" / "al2023" / "lib").is_dir()
    assert str(tmp_path) in found.environment["LD_LIBRARY_PATH"]
    before = found.path.stat().st_mtime_ns
    assert browser.find_browser().path.stat().st_mtime_ns == before
