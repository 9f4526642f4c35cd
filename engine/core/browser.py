"""Find the browser that prints the PDF and runs the checks, and open pages in it."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.core import paths
from engine.core.files import digest, make_once
from engine.core.paths import COMPILED, executable
from engine.core.problems import SetupError

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

_PACKAGE = paths.NODE_MODULES / "@sparticuz" / "chromium"
_NAMES = ("google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "microsoft-edge", "chrome", "msedge")
_OF_WINDOWS = (r"Google\Chrome\Application\chrome.exe", r"Microsoft\Edge\Application\msedge.exe")
_PLACES = (
    *(f"/Applications/{name}.app/Contents/MacOS/{name}" for name in ("Google Chrome", "Chromium", "Microsoft Edge")),
    *(rf"%{at}%\{name}" for name in _OF_WINDOWS for at in ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")),
)


@dataclass(frozen=True)
class Browser:
    """A browser of the Chromium family."""

    path: Path  # its executable
    environment: dict[str, str] = field(default_factory=dict)  # additional environment variables that it needs


@contextmanager
def open_browser(browser: Browser | None = None, seconds: float = 900, **options: Any) -> "Iterator[BrowserContext]":
    """Open a browser, that of `find_browser` by default, offline with a viewport of the size of a slide.

    Yield its Playwright context with more options. It is killed after some seconds, since a page that hangs would never
    answer. Raise `SetupError` when the browser does not start, ends by itself, or does not answer.
    """
    from playwright.sync_api import Error, sync_playwright

    from engine.core.processes import time_limit

    # Playwright's bundled Node.js needs a library that a bare machine lacks; the one in the environment does not.
    os.environ |= {"PLAYWRIGHT_NODEJS_PATH": str(executable("node")), **COMPILED}
    browser = browser or find_browser()
    try:
        with time_limit(seconds), sync_playwright() as playwright:
            program = playwright.chromium.launch(
                executable_path=browser.path,
                args=["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
                env={**os.environ, **browser.environment},
            )
            with program:
                yield program.new_context(**{"viewport": {"width": 1280, "height": 720}, "offline": True, **options})
    except Error as error:
        reason = error.message.partition("\n")[0]
        remedy = "is there memory left? build again, or set CHROME_PATH to another browser"
        raise SetupError(f"the browser {browser.path.name} failed ({reason}): {remedy}") from None


@dataclass(frozen=True)
class OpenPage:
    """An open page, with its requests since it was opened."""

    page: "Page"  # the Playwright page
    requests: list[str] = field(default_factory=list)  # the URLs that it requested, its own first

    @property
    def outside(self) -> list[str]:
        """The URLs that it requested, except its own, ``data:`` and ``blob:`` URLs, without duplicates."""
        own = re.split("[?#]", self.page.url)[0]  # the player counts the keys of a slide behind the question mark
        asked = (url for url in self.requests if not url.startswith(("data:", "blob:")))
        return list(dict.fromkeys(url for url in asked if re.split("[?#]", url)[0] != own))

    @property
    def complaints(self) -> list[str]:
        """The uncaught errors, and the errors and warnings of the console, without duplicates."""
        told = [m.text for m in self.page.console_messages() if m.type in ("error", "warning")]
        # Marp requests a wake lock for the screen, which a headless browser denies.
        return [text for text in dict.fromkeys([*map(str, self.page.page_errors()), *told]) if "Wake Lock" not in text]


def open_page(context: "BrowserContext", address: str, width: int = 1280, height: int = 720) -> OpenPage:
    """Open a URL in a new page with a viewport of this size in pixels, and load every font, of hidden text too."""
    opened = OpenPage(context.new_page())
    page = opened.page
    page.set_viewport_size({"width": width, "height": height})
    page.on("request", lambda request: opened.requests.append(request.url))
    page.goto(address)
    for _ in range(8):  # some browsers occasionally fail to load an embedded font while the page opens
        failed = page.evaluate(
            "Promise.allSettled([...document.fonts].map(font => font.load()))"
            ".then(() => [...document.fonts].filter(font => font.status === 'error').map(font => font.family))"
        )
        if not failed:
            return opened
        page.reload()
    raise SetupError(f"the browser can't load the font {failed[0]} of the page; try another browser")


def find_browser() -> Browser:
    """Return the browser to use: CHROME_PATH, else, on Linux x64, the one of the npm package, else an installed one.

    Raise `SetupError` when no browser is found, or CHROME_PATH names a missing file.
    """
    if chosen := os.environ.get("CHROME_PATH"):
        if Path(chosen).is_file():
            return Browser(Path(chosen))
        raise SetupError(f"CHROME_PATH names {chosen}, which does not exist; correct it or unset it")
    if _is_pinned():
        folder = make_once(paths.CACHE / f"chromium-{digest(paths.NODE_LOCK.read_bytes())[:16]}", _unpack)
        libraries = f"{folder / 'al2023' / 'lib'}:{folder}"
        return Browser(folder / "chromium", {"LD_LIBRARY_PATH": libraries, "FONTCONFIG_PATH": str(folder / "fonts")})
    if installed := _installed():
        return Browser(installed)
    raise SetupError("no browser to print the PDF with; install Chrome, Chromium or Edge, or build with --formats html")


def browser_identity() -> str:
    """Return what tells this browser from others: nothing when the lock pins it, else its path, size and date."""
    if not os.environ.get("CHROME_PATH") and _is_pinned():
        return ""
    path = Path(os.environ.get("CHROME_PATH") or _installed() or os.devnull)
    return f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}" if path.is_file() else ""


def _is_pinned() -> bool:
    return sys.platform == "linux" and os.uname().machine == "x86_64" and _PACKAGE.is_dir()


def _installed() -> Path | None:
    names = (*_NAMES, *map(os.path.expandvars, _PLACES))
    return next((Path(path) for name in names if (path := shutil.which(name))), None)


def _unpack(folder: Path) -> None:
    """Unpack the browser of ``@sparticuz/chromium``, with the libraries that a bare machine lacks."""
    # The package is made for AWS Lambda: it also unpacks its libraries when AWS_EXECUTION_ENV is set.
    env = os.environ | {"TMPDIR": str(folder), "AWS_EXECUTION_ENV": "AWS_Lambda_nodejs22.x"}
    script = "import(process.argv[1]).then(({ default: chromium }) => chromium.executablePath())"
    entry = (_PACKAGE / "build" / "index.js").as_uri()
    done = subprocess.run([executable("node"), "-e", script, entry], env=env, capture_output=True, encoding="utf-8")
    if done.returncode != 0:
        raise SetupError(f"the browser in node_modules could not be unpacked: {done.stderr.strip()[-200:]}")
