import sys

import pytest

from engine.core import browser
from engine.core.problems import EnvironmentLackError


@pytest.fixture
def bare(monkeypatch):
    """A machine without any browser."""
    monkeypatch.delenv("CHROME_PATH", raising=False)
    monkeypatch.setattr(browser.shutil, "which", lambda name: None)
    monkeypatch.setattr(browser, "_PLACES", {})


def test_chrome_path_comes_first(tmp_path, monkeypatch):
    chosen = tmp_path / "my-chrome"
    chosen.touch()
    monkeypatch.setenv("CHROME_PATH", str(chosen))
    assert browser.find_browser(tmp_path, tmp_path).path == chosen


def test_a_wrong_chrome_path_is_not_passed_over(tmp_path, monkeypatch):
    monkeypatch.setenv("CHROME_PATH", "/nowhere/chrome")
    with pytest.raises(EnvironmentLackError) as caught:
        browser.find_browser(tmp_path, tmp_path)
    assert str(caught.value) == "CHROME_PATH names /nowhere/chrome, which does not exist; correct it or unset it"


def test_an_installed_browser_is_used(bare, tmp_path, monkeypatch):
    monkeypatch.setattr(browser.shutil, "which", lambda name: "/usr/bin/chromium" if name == "chromium" else None)
    assert browser.find_browser(tmp_path, tmp_path).path.as_posix() == "/usr/bin/chromium"


def test_no_browser_at_all_is_told_with_the_way_out(bare, tmp_path):
    with pytest.raises(EnvironmentLackError) as caught:
        browser.find_browser(tmp_path, tmp_path)
    assert str(caught.value) == (
        "no browser to print the PDF with; install Chrome, Chromium or Edge, or build with --formats html"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="the npm package has a browser for Linux only")
def test_on_linux_the_browser_of_the_npm_package_is_unpacked_once(bare, root, tmp_path):
    found = browser.find_browser(root, tmp_path)
    assert found.path == tmp_path / "chromium" / "chromium"
    assert (tmp_path / "chromium" / "al2023" / "lib").is_dir()
    assert str(tmp_path) in found.environment["LD_LIBRARY_PATH"]
    before = found.path.stat().st_mtime_ns
    assert browser.find_browser(root, tmp_path).path.stat().st_mtime_ns == before
