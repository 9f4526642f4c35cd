"""Convert Marp Markdown to HTML with marp-cli, and raise an error for each of its warnings.

marp-cli runs in a Node.js process that stays loaded (``marp.mjs``). A build starts it while its snippets run, so that
the deck waits only for its conversion. The preview keeps it.
"""

import contextlib
import json
import os
import re
import subprocess
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from engine.core import paths
from engine.core.paths import node_environ, node_program
from engine.core.problems import ContentError, Problem, SetupError
from engine.core.processes import time_limit
from engine.snippets.outputs import ANSI

_MESSAGE = re.compile(r"^\[\s*(?:WARN|ERROR)\s*\]\s*(.*(?:\n(?!\[).+)*)", re.M)
_LIMIT_SECONDS = 300  # for what takes some seconds
_SCRIPT = Path(__file__).with_name("marp.mjs").resolve()


class MarpProcess(AbstractContextManager["MarpProcess"]):
    """A process that keeps marp-cli loaded until it is closed, and answers one request at a time.

    It writes to a folder, in which ``deck.md`` and its linked images are or will be; `config` is the deck's
    configuration of marp-cli. Raise `SetupError` when Node.js or marp-cli is missing.
    """

    def __init__(self, folder: Path, config: Path):
        package = paths.NODE_MODULES / "@marp-team" / "marp-cli"
        if not node_program().is_file() or not package.is_dir():
            raise SetupError("no Node.js or no marp-cli; run python3 build.py, which installs both")
        self._folder = folder
        self._command = [str(word) for word in (node_program(), _SCRIPT, package)]
        # The theme of another deck is outside this project, but also loads its fonts from here.
        self._env = node_environ() | {"DECK_MARP_CONFIG": str(config), "NODE_PATH": str(paths.NODE_MODULES)}
        self._start()

    def _start(self) -> None:
        # Use a separate session, so that on Ctrl-C the process finishes its request and then sees the end of its input.
        options: dict[str, Any] = {"encoding": "utf-8", "start_new_session": os.name == "posix"}
        options |= {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        self._process = subprocess.Popen(self._command, cwd=self._folder, env=self._env, **options)

    def convert(self, slides: int) -> str:
        """Convert ``deck.md``, which must exist and has so many slides, to HTML.

        Raise `ContentError` when Marp warns, fails, or makes other slides: every reference would be wrong.
        """
        count = self.ask({"arguments": ["deck.md", "--output", "deck.html"]}, "Marp, making the HTML")["count"]
        if count != slides:
            message = f"Marp makes {count} slides of the {slides} that are written"
            raise ContentError([Problem("slides", f"{message}; look for a border that one sees only")])
        return (self._folder / "deck.html").read_text("utf-8")

    def ask(self, request: dict[str, Any], who: str = "Marp") -> dict[str, Any]:
        """Return the answer to a request, see ``marp.mjs``; `who` is the source in the messages.

        Raise `ContentError` when Marp warns, fails, exits or hangs; after the latter two, it is started again.
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
