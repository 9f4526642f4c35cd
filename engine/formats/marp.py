"""Turn Marp Markdown into HTML and PDF with marp-cli, and let no warning of it pass."""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

from engine.core.browser import Browser
from engine.core.install import node_environment, node_program
from engine.core.problems import ContentError, EnvironmentLackError, Problem
from engine.formats.csp import sealed

_MESSAGE = re.compile(r"^\[\s*(?:WARN|ERROR)\s*\]\s*(.*(?:\n(?!\[).+)*)", re.M)
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_GATE = Path(__file__).with_name("marp_gate.mjs").resolve()
_UNDATED = "D:19700101000000Z"
_WHEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_OPTIONS = {
    "pdf": ["--pdf"],
    "pptx": ["--pptx"],
    "bare.html": ["--template", "bare"],
}


class Marp(AbstractContextManager):
    """marp-cli, one process a format, side by side: loaded at once, while the deck is not there yet.

    Args:
        markdown: where the deck will be; its folder is there, and images are linked relative to it.
        formats: of ``html``, ``pdf``, ``pptx`` and ``bare.html`` (the slides without a player).
        root: the project, with ``node_modules``.
        config: marp-cli's configuration.
        browser: what prints the PDF and takes the pictures of the PPTX; None when neither is asked for.

    Raises:
        EnvironmentLackError: when Node.js or marp-cli is missing.
    """

    def __init__(self, markdown: Path, formats: list[str], root: Path, config: Path, browser: Browser | None):
        self._markdown, self._stack = markdown, ExitStack()
        self._processes = {kind: self._start(kind, root, config, browser) for kind in formats}

    def _start(self, kind: str, root: Path, config: Path, browser: Browser | None) -> subprocess.Popen:
        cli = root / "node_modules" / "@marp-team" / "marp-cli" / "marp-cli.js"
        node = node_program()
        if not node.is_file() or not cli.is_file():
            raise EnvironmentLackError("no Node.js or no marp-cli; run python3 build.py, which installs both")
        # The theme of another deck is not in this project, and takes its fonts from here all the same.
        env = node_environment() | {"NODE_PATH": str(root / "node_modules")}
        command = [node, "--import", _GATE.as_uri(), cli, "--no-stdin", "--config-file", config]
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
            text=True,
            encoding="utf-8",
        )

    def convert(self) -> dict[str, bytes]:
        """Convert the deck, which is there now; may be called once.

        Returns:
            The file of each format.

        Raises:
            ContentError: when Marp warns of anything, or fails.
        """
        with ThreadPoolExecutor() as threads:
            problems = [p for found in threads.map(self._finish, self._processes) for p in found]
        if problems:
            raise ContentError(problems)
        files = {kind: self._markdown.with_suffix(f".{kind}").read_bytes() for kind in self._processes}
        if "html" in files:
            files["html"] = sealed(files["html"].decode()).encode()
        if "pdf" in files:
            files["pdf"] = undated_pdf(files["pdf"], self._markdown.parent)
        if "pptx" in files:
            files["pptx"] = undated_pptx(files["pptx"])
        return files

    def _finish(self, kind: str) -> list[Problem]:
        stdout, stderr = self._processes[kind].communicate()  # closes its input, which lets it begin
        output = _COLOUR.sub("", stderr + stdout)
        messages = warnings(output)
        if self._processes[kind].returncode != 0 and not messages:
            messages = [line for line in output.splitlines() if "Error" in line][:1] or [output.strip()[-300:]]
        return [Problem(self._markdown.name, f"Marp, making the {kind.upper()}: {message}") for message in messages]

    def __exit__(self, *exception) -> None:
        for process in self._processes.values():
            if process.poll() is None:
                process.kill()
                process.communicate()
        self._stack.close()


def warnings(output: str) -> list[str]:
    """Return the warnings and errors in what marp-cli printed, each on one line."""
    return [" ".join(text.split())[:300] for text in _MESSAGE.findall(_COLOUR.sub("", output))]


def undated_pdf(pdf: bytes, folder: Path | None = None) -> bytes:
    """Return a PDF without the time and the place that it was made at, so that the same deck gives the same bytes.

    Args:
        pdf: the PDF.
        folder: where it was made; links to files below it become relative, for the folder that people copy.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        if folder is not None:
            here = folder.resolve().as_uri() + "/"
            for note in (note for page in document.pages for note in page.get("/Annots", [])):
                address = str(note.get("/A", {}).get("/URI", ""))
                if address.startswith(here):
                    note["/A"]["/URI"] = pikepdf.String("./" + address.removeprefix(here))
        for key in ("/CreationDate", "/ModDate"):
            if key in document.docinfo:
                document.docinfo[key] = _UNDATED
        if "/ID" in document.trailer:
            del document.trailer["/ID"]
        out = io.BytesIO()
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def spelt_outline(pdf: bytes, titles: list[str | None]) -> bytes:
    """Return a PDF whose outline says the title of each page in full: browsers leave out what a title stresses.

    Args:
        pdf: a page for each slide; the first entry of the outline that leads to a page is its title.
        titles: the title of each slide.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        number = {page.objgen: index for index, page in enumerate(document.pages)}
        untold = dict(enumerate(titles))

        def spell(items) -> None:
            for item in items:
                page = item.destination[0] if isinstance(item.destination, pikepdf.Array) else None
                if page is not None and (title := untold.pop(number[page.objgen], None)):
                    item.title = title
                spell(item.children)

        with document.open_outline() as outline:
            spell(outline.root)
        out = io.BytesIO()
        document.save(out)
    return undated_pdf(out.getvalue())


def undated_pptx(pptx: bytes) -> bytes:
    """Return a PPTX without the time it was made at, so that the same deck gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(pptx)) as made, zipfile.ZipFile(out, "w") as archive:
        for entry in made.infolist():
            content = made.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _WHEN.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", content)
            # Pictures are compressed already; the rest is small.
            info = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            archive.writestr(
                info, content, zipfile.ZIP_STORED if info.filename.endswith(".png") else zipfile.ZIP_DEFLATED
            )
    return out.getvalue()
