"""Find the browser that prints the PDF and runs the checks: the machine's own, or the one in node_modules."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from engine.core.install import executable
from engine.core.problems import EnvironmentLackError

_NAMES = ("google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "microsoft-edge", "chrome", "msedge")
_PLACES = {
    "darwin": (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ),
    "win32": (
        r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
        r"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
        r"%LocalAppData%\Google\Chrome\Application\chrome.exe",
        r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
    ),
}


@dataclass(frozen=True)
class Browser:
    """A browser of the Chromium family.

    Args:
        path: its program.
        environment: variables that it needs beside those of this process.
    """

    path: Path
    environment: dict[str, str] = field(default_factory=dict)


@contextmanager
def opened(browser: Browser, **options) -> Iterator:
    """Open a browser at the size of a slide and without network; give a Playwright context of it.

    Args:
        browser: see `find_browser`.
        options: others, or further ones, of Playwright's ``new_context``.
    """
    from playwright.sync_api import sync_playwright

    # Playwright's own Node.js needs a library that a bare machine lacks; that of the environment does not.
    os.environ["PLAYWRIGHT_NODEJS_PATH"] = str(executable("node"))
    with sync_playwright() as playwright:
        program = playwright.chromium.launch(
            executable_path=browser.path,
            args=["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
            env={**os.environ, **browser.environment},
        )
        try:
            yield program.new_context(**{"viewport": {"width": 1280, "height": 720}, "offline": True, **options})
        finally:
            program.close()


def load_fonts(page) -> None:
    """Load every font of a page, also those of text that is not shown yet: such text has no size without its font.

    Some browsers lose a font inside a page now and then, while the page opens; then it is opened again.

    Args:
        page: a Playwright page.

    Raises:
        EnvironmentLackError: when a font is lost every time.
    """
    for _ in range(8):
        failed = page.evaluate(
            "Promise.allSettled([...document.fonts].map(font => font.load()))"
            ".then(() => [...document.fonts].filter(font => font.status === 'error').map(font => font.family))"
        )
        if not failed:
            return
        page.reload()
    raise EnvironmentLackError(f"the browser can't load the font {failed[0]} of the page; try another browser")


def find_browser(root: Path, cache: Path) -> Browser:
    """Return the browser to use: CHROME_PATH, else one that is installed, else, on Linux x64, the npm package's.

    Args:
        root: the project, with ``node_modules``.
        cache: where the browser of the npm package is unpacked, once.

    Raises:
        EnvironmentLackError: when there is none.
    """
    if chosen := os.environ.get("CHROME_PATH"):
        if Path(chosen).is_file():
            return Browser(Path(chosen))
        raise EnvironmentLackError(f"CHROME_PATH names {chosen}, which does not exist; correct it or unset it")
    for name in _NAMES:
        if found := shutil.which(name):
            return Browser(Path(found))
    for place in _PLACES.get(sys.platform, ()):
        path = Path(os.path.expandvars(place))
        if path.is_file():
            return Browser(path)
    package = root / "node_modules" / "@sparticuz" / "chromium"
    if sys.platform == "linux" and platform.machine() == "x86_64" and package.is_dir():
        return _bundled(package, cache)
    raise EnvironmentLackError(
        "no browser to print the PDF with; install Chrome, Chromium or Edge, or build with --formats html"
    )


def _bundled(package: Path, cache: Path) -> Browser:
    """Unpack the browser of ``@sparticuz/chromium``, once, with the libraries that a bare machine lacks."""
    folder = cache / "chromium"
    if not (folder / "chromium").is_file():
        unpacking = cache / f"chromium.{os.getpid()}"
        unpacking.mkdir(parents=True)
        # The package was made for AWS Lambda: with this set it unpacks its libraries as well.
        env = os.environ | {"TMPDIR": str(unpacking), "AWS_EXECUTION_ENV": "AWS_Lambda_nodejs22.x"}
        script = "import(process.argv[1]).then(({ default: chromium }) => chromium.executablePath())"
        entry = (package / "build" / "index.js").as_uri()
        done = subprocess.run(
            [executable("node"), "-e", script, entry], env=env, capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            shutil.rmtree(unpacking, ignore_errors=True)
            raise EnvironmentLackError(
                f"the browser in node_modules could not be unpacked: {done.stderr.strip()[-200:]}"
            )
        unpacking.rename(folder)
    environment = {
        "LD_LIBRARY_PATH": f"{folder / 'al2023' / 'lib'}:{folder}",
        "FONTCONFIG_PATH": str(folder / "fonts"),
    }
    return Browser(folder / "chromium", environment)
