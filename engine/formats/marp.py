"""Convert Marp Markdown to HTML, PDF and PPTX with marp-cli, and raise an error for each of its warnings.

marp-cli runs in Node.js processes that stay loaded (``marp.mjs``). A build starts one process per kind of file while
its snippets run, so that the deck waits only for its conversion. The preview keeps one process.
"""

import contextlib
import json
import os
import re
import subprocess
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from engine.core import paths
from engine.core.browser import Browser
from engine.core.files import temporary_folder
from engine.core.paths import node_environ, node_program
from engine.core.problems import ContentError, Problem, SetupError
from engine.core.processes import time_limit
from engine.snippets.outputs import ANSI

_MESSAGE = re.compile(r"^\[\s*(?:WARN|ERROR)\s*\]\s*(.*(?:\n(?!\[).+)*)", re.M)
_LOST_BROWSER = re.compile(r"[Cc]onnection closed|Target closed|Protocol error|Failed to launch|Session closed")
_LIMIT_SECONDS = 300  # for what takes some seconds
_SCRIPT = Path(__file__).with_name("marp.mjs").resolve()
# Kinds of files; a bare one has the slides without a player.
_OPTIONS = {"html": [], "pdf": ["--pdf"], "pptx": ["--pptx"], "bare.html": ["--template", "bare"]}


class MarpProcess(AbstractContextManager["MarpProcess"]):
    """A process that keeps marp-cli loaded until it is closed, and answers one request at a time.

    Args:
        folder: the present or future folder of ``deck.md`` and its linked images, to which marp-cli writes.
        config: the deck's configuration of marp-cli.
        browser: the browser that prints the PDF and takes the pictures of the PPTX; None when neither is made.

    Raises:
        SetupError: when Node.js or marp-cli is missing.
    """

    def __init__(self, folder: Path, config: Path, browser: Browser | None = None):
        package = paths.NODE_MODULES / "@marp-team" / "marp-cli"
        if not node_program().is_file() or not package.is_dir():
            raise SetupError("no Node.js or no marp-cli; run python3 build.py, which installs both")
        self._folder, self._browser = folder, browser
        self._command = [str(word) for word in (node_program(), _SCRIPT, package)]
        # The theme of another deck is outside this project, but also loads its fonts from here.
        self._env = node_environ() | {"DECK_MARP_CONFIG": str(config), "NODE_PATH": str(paths.NODE_MODULES)}
        if browser is not None:
            # The browser opens only the page of this build, and its sandbox fails in containers and for some users.
            self._env |= browser.environment | {"CHROME_NO_SANDBOX": "1"}
        # marp-cli leaves the profile of each browser in the temporary folder, so use a folder that is deleted.
        self._temporary = temporary_folder("marp")
        self._env |= dict.fromkeys(("TMPDIR", "TEMP", "TMP"), self._temporary.name)
        self._start()

    def _start(self) -> None:
        # Use a separate session, so that on Ctrl-C the process finishes its request and then sees the end of its input.
        self._process = subprocess.Popen(
            self._command,
            cwd=self._folder,
            env=self._env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            start_new_session=os.name == "posix",
        )

    def convert(self, kind: str, slides: int) -> Path:
        """Convert ``deck.md``, which must exist and has so many slides, to a kind of file.

        Raise `ContentError` when Marp warns, fails, or makes other slides: every reference would be wrong.
        """
        options = list(_OPTIONS[kind])
        if self._browser is not None and kind in ("pdf", "pptx"):
            options += ["--browser", "chrome", "--browser-path", str(self._browser.path)]
        made = self._folder / f"deck.{kind}"
        words = [*options, "deck.md", "--output", made.name]
        count = self.ask({"arguments": words}, f"Marp, making the {kind.upper()}")["count"]
        if count != slides:
            message = f"Marp makes {count} slides of the {slides} that are written"
            raise ContentError([Problem("slides", f"{message}; look for a border that one sees only")])
        return made

    def ask(self, request: dict[str, Any], who: str = "Marp") -> dict[str, Any]:
        """Return the answer to a request, see ``marp.mjs``; `who` is the source in the messages.

        Raise `ContentError` when Marp warns, fails, exits or hangs (after the latter two, it is started again), and
        `SetupError` when its browser ended.
        """
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None and stdout is not None, "both are pipes"
        line = ""
        with time_limit(_LIMIT_SECONDS, self._process.pid) as late, contextlib.suppress(OSError):
            stdin.write(json.dumps(request) + "\n")
            stdin.flush()
            line = stdout.readline()
        if not line:
            self.restart()
            how = f"gave no answer within {_LIMIT_SECONDS} s and was killed" if late.is_set() else "ended by itself"
            raise ContentError([Problem("slides/theme", f"{who} {how}; is its configuration right?")])
        answer: dict[str, Any] = json.loads(line)
        if _LOST_BROWSER.search(answer.get("error", "")):
            raise SetupError(f"{who} lost its browser ({answer['error']}): is there memory left? build again")
        messages = _MESSAGE.findall(ANSI.sub("", answer["output"]))
        if "error" in answer and not messages:
            messages = [answer["error"]]
        if messages:
            raise ContentError(Problem("deck.md", f"{who}: {' '.join(text.split())[:300]}") for text in messages)
        return answer

    def restart(self) -> None:
        """Load marp-cli again, because it exited or the code of the theme changed."""
        self._stop()
        self._start()

    def _stop(self) -> None:
        try:
            self._process.communicate(timeout=5)  # closes its input, which ends the process
        except (subprocess.TimeoutExpired, OSError):
            self._process.kill()
            self._process.wait()

    def __exit__(self, *exception: object) -> None:
        if exception[0] is not None:
            self._process.kill()
        self._stop()
        self._temporary.cleanup()


def convert_all(processes: Mapping[str, MarpProcess], slides: int) -> dict[str, bytes]:
    """Convert the deck, which must exist, to each kind of file at once, each by a process that is loaded already.

    Raise `ContentError` with the problems of all kinds.
    """
    with ThreadPoolExecutor() as threads:
        made = {kind: threads.submit(process.convert, kind, slides) for kind, process in processes.items()}
    errors = [error for future in made.values() if (error := future.exception())]
    if problems := [problem for error in errors if isinstance(error, ContentError) for problem in error.problems]:
        raise ContentError(problems)
    return {kind: future.result().read_bytes() for kind, future in made.items()}
