"""Turn Marp Markdown into HTML and PDF with marp-cli, and let no warning of it pass."""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from engine.browser import Browser
from engine.environment import executable, node_environment
from engine.problems import ContentError, EnvironmentLackError, Problem
from engine.seal import sealed

_MESSAGE = re.compile(r"^\[\s*(?:WARN|ERROR)\s*\]\s*(.*(?:\n(?!\[).+)*)", re.M)
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_UNDATED = "D:19700101000000Z"


def convert(markdown: Path, formats: list[str], root: Path, config: Path, browser: Browser | None) -> dict[str, bytes]:
    """Convert a deck with marp-cli, one process a format, side by side.

    Args:
        markdown: the deck; its images are linked relative to its folder.
        formats: of ``html`` and ``pdf``.
        root: the project, with ``node_modules``.
        config: marp-cli's configuration.
        browser: what prints the PDF; None when no PDF is asked for.

    Returns:
        The file of each format.

    Raises:
        ContentError: when Marp warns of anything, or fails.
        EnvironmentLackError: when Node.js or marp-cli is missing.
    """
    with ThreadPoolExecutor() as threads:
        jobs = {f: threads.submit(_marp, markdown, f, root, config, browser) for f in formats}
        problems = [p for job in jobs.values() for p in job.result()]
    if problems:
        raise ContentError(problems)
    files = {f: markdown.with_suffix(f".{f}").read_bytes() for f in formats}
    if "html" in files:
        files["html"] = sealed(files["html"].decode()).encode()
    if "pdf" in files:
        files["pdf"] = undated_pdf(files["pdf"])
    return files


def _marp(markdown: Path, kind: str, root: Path, config: Path, browser: Browser | None) -> list[Problem]:
    cli = root / "node_modules" / "@marp-team" / "marp-cli" / "marp-cli.js"
    node = executable("node")
    if not node.is_file() or not cli.is_file():
        raise EnvironmentLackError("no Node.js or no marp-cli; run python3 build.py, which installs both")
    env = node_environment()
    command = [node, cli, "--no-stdin", "--config-file", config]
    if browser is not None and kind == "pdf":
        # The browser opens only the page that this build wrote; its sandbox fails in containers and for some users.
        env |= browser.environment | {"CHROME_NO_SANDBOX": "1"}
        command += ["--pdf", "--browser", "chrome", "--browser-path", browser.path]
    command += [markdown.name, "--output", markdown.with_suffix(f".{kind}").name]
    # marp-cli leaves the profile of each browser in the temporary folder: give it one that goes away.
    with tempfile.TemporaryDirectory(prefix="marp-", ignore_cleanup_errors=True) as folder:
        env |= dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder)
        done = subprocess.run([str(c) for c in command], cwd=markdown.parent, env=env, capture_output=True, text=True)
    output = _COLOUR.sub("", done.stderr + done.stdout)
    messages = warnings(output)
    if done.returncode != 0 and not messages:
        messages = [line for line in output.splitlines() if "Error" in line][:1] or [output.strip()[-300:]]
    return [Problem(markdown.name, f"Marp, making the {kind.upper()}: {message}") for message in messages]


def warnings(output: str) -> list[str]:
    """Return the warnings and errors in what marp-cli printed, each on one line."""
    return [" ".join(text.split())[:300] for text in _MESSAGE.findall(_COLOUR.sub("", output))]


def undated_pdf(pdf: bytes) -> bytes:
    """Return a PDF without the time it was made at, so that the same deck gives the same bytes."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        for key in ("/CreationDate", "/ModDate"):
            if key in document.docinfo:
                document.docinfo[key] = _UNDATED
        if "/ID" in document.trailer:
            del document.trailer["/ID"]
        out = io.BytesIO()
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()
