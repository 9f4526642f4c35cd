"""Faults made for real: many in one build, each with a test of its own.

A module of a kind has tables. `FAULTS` is what must be told: ``name: (cell, slide, message)``, where the cell is Python
of the snippet ``NAME``, the slide is Markdown (empty: the code of the cell), and the message is a regular expression.
`RIGHTS` is what must be shown: ``name: (cell, slide, text of the slide)``. `WRONG_TODAY` has the names that fail, with
the cause. All faults of a module are in one build; all that is right is in another. `FILES` are there in both.
"""

import contextlib
import html
import io
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import psutil
import pytest

import build
from tests.project import DECK, FOLDER

GOOD = {
    "snippets/bom.py": "# %% a\nprint('bom')\n",
    "slides/00_bom.md.j2": '# Bom\n\n{{ code("bom", "a") }}\n\n{{ output("bom", "a") }}\n',
}
# The first line of what Python prints of an error that nobody caught.
TRACEBACK = "Traceback (most recent call last)"


class Said(NamedTuple):
    """What a build said, and its exit code."""

    code: int
    text: str


def keeps(process: psutil.Process) -> bool:
    """Return whether a process is the parent of the kernels, or keeps its account: the next build needs them too."""
    with contextlib.suppress(psutil.Error):
        return re.search("forkserver|resource_tracker", " ".join(process.cmdline())) is not None
    return False


class Deck:
    """A small deck in a folder with a hard name, and the front door to it."""

    def __init__(self, folder: Path, real: Path):
        self.root, self._real = folder / FOLDER, real
        self._others = {each for each in psutil.Process().children() if not keeps(each)}  # such as a test's browser
        self.root.mkdir()
        self.write("slides/deck.toml", DECK)
        for name, text in GOOD.items():
            self.write(name, text)

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def build(self, timeout: int = 60, words: tuple[str, ...] = ()) -> Said:
        """Build in this process: the parent of the kernels is started once."""
        options = ["--deck", str(self.root), "--formats", "html", "--timeout", str(timeout), *words]
        handlers = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
        with tempfile.TemporaryFile() as file, captured(file), mock.patch.object(build, "ensure_installed"):
            try:
                code = build.main(options)
            finally:
                for number, handler in handlers.items():
                    signal.signal(number, handler)
            return Said(code, text_of(file))

    def check_told(self, file: str, content: str | bytes, message: str) -> None:
        """Check that a file with a fault is told, alone, and that all is well without it."""
        dist, path = self.files(), self.root / file
        before = path.read_bytes() if path.is_file() else None
        self.write(file, content)
        try:
            said = self.build()
        finally:
            path.unlink() if before is None else path.write_bytes(before)
            if before is None and path.parent.name not in ("slides", "snippets"):
                path.parent.rmdir()
        assert TRACEBACK not in said.text, said.text
        assert (said.code, said.text[-34:]) == (1, "1 problem; the deck is as it was.\n"), said.text
        assert re.search(message, said.text, re.M), said.text
        assert self.files() == dist
        assert self.left_over() == []
        assert "nothing changed" in self.build().text

    def start(self, *words: str, env: dict[str, str] | None = None, **options) -> subprocess.Popen:
        """Start the real command, in a session of its own; what it says comes together in its stdout."""
        command = [sys.executable, str(self._real / "build.py"), *(words or ["deck"])]
        if words[:1] != ("watch",):
            command += ["--formats", "html"]
        return subprocess.Popen(
            [*command, "--deck", str(self.root)],
            env={**os.environ, **(env or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
            **options,
        )

    def command(self, *words: str, env: dict[str, str] | None = None, **options) -> Said:
        """Build with the real command."""
        with self.start(*words, env=env, **options) as process:
            try:
                text, _ = process.communicate(timeout=60)
            finally:
                process.kill()
        return Said(process.returncode, text)

    def files(self) -> dict[str, bytes]:
        """Return what is in ``dist``."""
        dist = self.root / "dist"
        return {str(path.relative_to(dist)): path.read_bytes() for path in sorted(dist.rglob("*")) if path.is_file()}

    def left_over(self) -> list[str]:
        """Return what builds of it left: processes other than the parent of the kernels, temporary folders."""
        end = time.monotonic() + 10
        while time.monotonic() < end:
            folders = Path(tempfile.gettempdir()).glob(f"deck-{os.getpid()}-*")
            found = [str(path) for path in folders if "-sockets-" not in path.name]  # of the parent of the kernels
            for child in {*psutil.Process().children()} - self._others:
                with contextlib.suppress(psutil.Error):
                    below = child.children(recursive=True) if keeps(child) else [child]
                    found += [" ".join(each.cmdline()) for each in below if each.status() != psutil.STATUS_ZOMBIE]
            if not found:
                return []
            time.sleep(0.05)
        return found

    def slides(self) -> dict[str, str]:
        """Return the text of each slide of the built page, by its title."""
        page = (self.root / "dist" / "deck.html").read_text("utf-8")
        sections = re.findall(r'<section id="\d+".*?</section>', page, re.S)
        return dict(text_of_slide(section) for section in sections)


@contextlib.contextmanager
def captured(file):
    """Send what this process and its children write to a file."""
    sys.stdout.flush()
    sys.stderr.flush()
    before = [os.dup(1), os.dup(2)]
    text = io.TextIOWrapper(io.FileIO(os.dup(file.fileno()), "w"), "utf-8", "replace", write_through=True)
    try:
        for number in (1, 2):
            os.dup2(file.fileno(), number)
        with contextlib.redirect_stdout(text), contextlib.redirect_stderr(text):
            yield
    finally:
        for number, descriptor in zip((1, 2), before, strict=True):
            os.dup2(descriptor, number)
            os.close(descriptor)
        text.close()


def text_of(file) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")


class _Slide(HTMLParser):
    """The text of a slide as a reader sees it: cells of a row with a bar between them, blocks on lines of their own."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.title, self.text, self.open, self.labels = "", "", [], []

    def handle_starttag(self, tag, attributes):
        if tag == "br":
            self.text += "\n"
        elif tag not in ("img", "path", "use", "rect", "image"):
            self.open.append(tag)
        self.labels += [value for name, value in attributes if name == "aria-label"]

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass
        if tag in ("p", "pre", "tr", "h1", "li", "text") and not self.text.endswith("\n"):
            self.text += "\n"
        elif tag in ("td", "th"):
            self.text += " | "

    def handle_data(self, data):
        if {"header", "footer", "style", "defs"} & set(self.open):
            return
        if "h1" in self.open:
            self.title += data
        elif "pre" in self.open or "text" in self.open or data.strip() or data == " ":
            self.text += data


def text_of_slide(section: str) -> tuple[str, str]:
    parser = _Slide()
    parser.feed(section)
    text = "\n".join([*parser.labels, parser.text.replace(" | \n", "\n").strip("\n")]).strip("\n")
    return html.unescape(parser.title), text


def cell_of(name: str, code: str) -> str:
    return f'# %% a tags=["fora-do-slide"]\n{code.replace("NAME", name)}\n'


def write_cases(deck: Deck, cases: dict[str, tuple]) -> list[Path]:
    """Write a snippet and a part of one slide for each case; return the files."""
    files = []
    for number, (name, (code, slide, *_)) in enumerate(cases.items(), 1):
        if code:
            files.append(deck.write(f"snippets/{name}.py", cell_of(name, code)))
        body = (slide or '{{ code("NAME", "a") }}').replace("NAME", name)
        files.append(deck.write(f"slides/{number:02d}_{name}.md.j2", f"# {name}\n\n{body}\n"))
    return files


class Faulty:
    """A deck whose faults were built, and mended."""

    def __init__(self, deck: Deck, cases: dict[str, tuple], files: dict[str, str | bytes], timeout: int):
        assert deck.build().code == 0
        self._cases, before = cases, deck.files()
        written = write_cases(deck, cases) + [deck.write(name, content) for name, content in files.items()]
        self.said = deck.build(timeout)
        self.same = deck.files() == before
        self.left = deck.left_over()
        for path in written:
            path.unlink(missing_ok=True)
        self.mended = deck.build()
        self.problems = self.said.text.replace("\r", "").split("\n\n")

    def check(self, name: str) -> None:
        """Check that a fault is told in a sentence at its place, and that nothing of it is left."""
        assert TRACEBACK not in self.said.text, self.said.text
        assert self.said.code == 1, self.said.text
        assert self.same, "dist changed"
        assert self.left == []
        assert (self.mended.code, "nothing changed" in self.mended.text) == (0, True), self.mended.text
        _, _, message = self._cases[name]
        place = re.compile(rf"^(snippets/{name}\.py\b|slides/\d\d_{name}\.md\.j2:\d+  \(slide \d+)", re.M)
        told = [problem for problem in self.problems if place.search(problem)]
        assert len(told) == 1, f"{len(told)} problems are told: {told}"
        assert re.search(message, told[0], re.S), told[0]
        sentence = told[0].splitlines()[-1]
        assert len(sentence) < 400, "one sentence"


def pytest_generate_tests(metafunc):
    wrong = getattr(metafunc.module, "WRONG_TODAY", {})
    for argument, table in (("fault", "FAULTS"), ("right", "RIGHTS")):
        if argument in metafunc.fixturenames:
            marks = {name: pytest.mark.xfail(strict=True, reason=reason) for name, reason in wrong.items()}
            names = getattr(metafunc.module, table)
            metafunc.parametrize(argument, [pytest.param(name, marks=marks.get(name, ())) for name in names])


@pytest.fixture
def deck(tmp_path, root) -> Deck:
    return Deck(tmp_path, root)


@pytest.fixture(scope="module")
def new_deck(tmp_path_factory, root):
    """Return a function that returns a deck, for fixtures of a module."""
    return lambda: Deck(tmp_path_factory.mktemp("deck"), root)


@pytest.fixture(scope="module")
def faulty(request, tmp_path_factory, root) -> Faulty:
    """The faults of the module, built together."""
    module, new = request.module, Deck(tmp_path_factory.mktemp("faults"), root)
    return Faulty(new, module.FAULTS, getattr(module, "FILES", {}), getattr(module, "TIMEOUT", 60))


@pytest.fixture(scope="module")
def shown(request, tmp_path_factory, root):
    """Return a function that returns the text of the slide of a case, and checks the build of all of them."""
    module = request.module
    wrong = getattr(module, "WRONG_TODAY", {})
    built = {}

    def build_cases(cases):
        deck = Deck(tmp_path_factory.mktemp("rights"), root)
        write_cases(deck, cases)
        for name, content in getattr(module, "FILES", {}).items():
            deck.write(name, content)
        said = deck.build()
        slides = deck.slides() if said.code == 0 else {}
        left = deck.left_over()
        shutil.rmtree(deck.root.parent)
        return said, slides, left

    def text(name):
        alone = name in wrong  # one that fails must not fail the others
        key = name if alone else ""
        if key not in built:
            cases = {each: case for each, case in module.RIGHTS.items() if (each in wrong) == alone}
            built[key] = build_cases({name: cases[name]} if alone else cases)
        said, slides, left = built[key]
        assert said.code == 0, said.text
        assert TRACEBACK not in said.text, said.text
        assert left == []
        return slides[name]

    return text
