"""Turn Marp Markdown into HTML and PDF with marp-cli, and let no warning of it pass."""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from engine.browser import Browser
from engine.environment import executable, node_environment
from engine.problems import ContentError, EnvironmentLackError, Problem
from engine.seal import sealed

_MESSAGE = re.compile(r"^\[\s*(?:WARN|ERROR)\s*\]\s*(.*(?:\n(?!\[).+)*)", re.M)
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_UNDATED = "D:19700101000000Z"
_WHEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_OPTIONS = {
    "pdf": ["--pdf"],
    "pptx": ["--pptx"],
    "bare.html": ["--template", "bare"],
}


def convert(markdown: Path, formats: list[str], root: Path, config: Path, browser: Browser | None) -> dict[str, bytes]:
    """Convert a deck with marp-cli, one process a format, side by side.

    Args:
        markdown: the deck; its images are linked relative to its folder.
        formats: of ``html``, ``pdf``, ``pptx`` and ``bare.html`` (the slides without a player).
        root: the project, with ``node_modules``.
        config: marp-cli's configuration.
        browser: what prints the PDF and takes the pictures of the PPTX; None when neither is asked for.

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
        files["pdf"] = undated_pdf(files["pdf"], markdown.parent)
    if "pptx" in files:
        files["pptx"] = undated_pptx(files["pptx"])
    return files


def _marp(markdown: Path, kind: str, root: Path, config: Path, browser: Browser | None) -> list[Problem]:
    cli = root / "node_modules" / "@marp-team" / "marp-cli" / "marp-cli.js"
    node = executable("node")
    if not node.is_file() or not cli.is_file():
        raise EnvironmentLackError("no Node.js or no marp-cli; run python3 build.py, which installs both")
    # The theme of another deck is not in this project, and takes its fonts from here all the same.
    env = node_environment() | {"NODE_PATH": str(root / "node_modules")}
    command = [node, cli, "--no-stdin", "--config-file", config, *_OPTIONS.get(kind, [])]
    if browser is not None and kind in ("pdf", "pptx"):
        # The browser opens only the page that this build wrote; its sandbox fails in containers and for some users.
        env |= browser.environment | {"CHROME_NO_SANDBOX": "1"}
        command += ["--browser", "chrome", "--browser-path", browser.path]
    command += [markdown.name, "--output", markdown.with_suffix(f".{kind}").name]
    # marp-cli leaves the profile of each browser in the temporary folder: give it one that goes away.
    with tempfile.TemporaryDirectory(prefix="marp-", ignore_cleanup_errors=True) as folder:
        env |= dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder)
        done = subprocess.run([str(c) for c in command], cwd=markdown.parent, env=env, capture_output=True, text=True)
    output = _COLOUR.sub("", done.stderr + done.stdout)
    messages = [" ".join(text.split())[:300] for text in _MESSAGE.findall(output)]
    if done.returncode != 0 and not messages:
        messages = [line for line in output.splitlines() if "Error" in line][:1] or [output.strip()[-300:]]
    return [Problem(markdown.name, f"Marp, making the {kind.upper()}: {message}") for message in messages]


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
