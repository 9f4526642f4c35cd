"""Turn Marp Markdown into HTML, PDF and PPTX with marp-cli, and let no warning of it pass."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

from engine.core import paths
from engine.core.browser import Browser
from engine.core.media import ANSI
from engine.core.paths import node_environ, node_program
from engine.core.problems import ContentError, Problem, SetupError

_MESSAGE = re.compile(r"^\[\s*(?:WARN|ERROR)\s*\]\s*(.*(?:\n(?!\[).+)*)", re.M)
_WAIT = Path(__file__).with_name("wait_for_stdin.mjs").resolve()
_OPTIONS = {"pdf": ["--pdf"], "pptx": ["--pptx"], "bare.html": ["--template", "bare"]}


class Marp(AbstractContextManager["Marp"]):
    """marp-cli, one process a kind of file, side by side: loaded at once, while the deck is not there yet.

    Args:
        markdown: where the deck will be; its folder is there, and images are linked relative to it.
        kinds: of ``html``, ``pdf``, ``pptx`` and ``bare.html`` (the slides without a player).
        config: marp-cli's configuration.
        browser: what prints the PDF and takes the pictures of the PPTX; None when neither is asked for.

    Raises:
        SetupError: when Node.js or marp-cli is missing.
    """

    def __init__(self, markdown: Path, kinds: Iterable[str], config: Path, browser: Browser | None):
        self._markdown, self._stack = markdown, ExitStack()
        self._processes = {kind: self._start(kind, config, browser) for kind in kinds}

    def _start(self, kind: str, config: Path, browser: Browser | None) -> subprocess.Popen[str]:
        cli = marp_package() / "marp-cli.js"
        # The theme of another deck is not in this project, and takes its fonts from here all the same.
        env = node_environ() | {"NODE_PATH": str(paths.NODE_MODULES)}
        command = [node_program(), "--import", _WAIT.as_uri(), cli, "--no-stdin", "--config-file", config]
        command += _OPTIONS.get(kind, [])
        if browser is not None and kind in ("pdf", "pptx"):
            # The browser opens only the page that this build wrote; its sandbox fails in containers and for some users.
            env |= browser.environment | {"CHROME_NO_SANDBOX": "1"}
            command += ["--browser", "chrome", "--browser-path", browser.path]
        command += [self._markdown.name, "--output", self._markdown.with_suffix(f".{kind}").name]
        # marp-cli leaves the profile of each browser in the temporary folder: give it one that goes away.
        folder = tempfile.TemporaryDirectory(prefix="marp-", ignore_cleanup_errors=True)
        env |= dict.fromkeys(("TMPDIR", "TEMP", "TMP"), self._stack.enter_context(folder))
        return subprocess.Popen(
            [str(word) for word in command],
            cwd=self._markdown.parent,
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def convert(self) -> dict[str, bytes]:
        """Convert the deck, which is there now; may be called once.

        Returns:
            The file of each kind.

        Raises:
            ContentError: when Marp warns of anything, or fails.
        """
        with ThreadPoolExecutor() as threads:
            problems = [p for found in threads.map(self._finish, self._processes) for p in found]
        if problems:
            raise ContentError(problems)
        return {kind: self._markdown.with_suffix(f".{kind}").read_bytes() for kind in self._processes}

    def _finish(self, kind: str) -> list[Problem]:
        stdout, stderr = self._processes[kind].communicate()  # closes its input, which lets it begin
        output = ANSI.sub("", stderr + stdout)
        messages = parse_warnings(output)
        if self._processes[kind].returncode != 0 and not messages:
            messages = [line for line in output.splitlines() if "Error" in line][:1] or [output.strip()[-300:]]
        return [Problem(self._markdown.name, f"Marp, making the {kind.upper()}: {message}") for message in messages]

    def __exit__(self, *exception: object) -> None:
        for process in self._processes.values():
            if process.poll() is None:
                process.kill()
                process.communicate()
        self._stack.close()


def marp_package() -> Path:
    """Return the folder of marp-cli.

    Raises:
        SetupError: when it, or Node.js, is not installed.
    """
    package = paths.NODE_MODULES / "@marp-team" / "marp-cli"
    if not node_program().is_file() or not (package / "marp-cli.js").is_file():
        raise SetupError("no Node.js or no marp-cli; run python3 build.py, which installs both")
    return package


def parse_warnings(output: str) -> list[str]:
    """Return the warnings and errors in what marp-cli printed, each on one line."""
    return [" ".join(text.split())[:300] for text in _MESSAGE.findall(ANSI.sub("", output))]
