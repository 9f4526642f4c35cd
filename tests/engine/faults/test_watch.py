"""What goes wrong while `watch` shows a deck is told over the last good one, and watching goes on."""

import re
import shutil
import signal
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.engine.faults import conftest
from tests.engine.faults.conftest import TRACEBACK
from tests.engine.faults.test_processes import kill, processes_of, wait_until
from tests.project import DECK

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc, and sends signals")
PATIENCE = 60  # seconds; what is waited for comes much sooner


class Watching:
    """``build.py watch`` for a deck, and what it said."""

    def __init__(self, deck):
        self.deck = deck
        self.temporary = Path(tempfile.mkdtemp(prefix="deck-faults-"))
        self.process = deck.start("watch", "--timeout", "5", env={"TMPDIR": str(self.temporary)})
        self.text = ""
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.url = self.wait_for(r"http://127\.0\.0\.1:\d+/").group()

    def _read(self):
        for line in self.process.stdout:
            self.text += line

    def wait_for(self, pattern, after=0):
        """Wait until it says something, from a place of its text on."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := re.compile(pattern, re.S).search(self.text, after):
                return found
            assert self.process.poll() is None, self.text
            time.sleep(0.02)
        raise AssertionError(f"it did not say {pattern}, but: {self.text[after:]}")

    def page(self) -> str:
        with urllib.request.urlopen(self.url) as answer:
            return answer.read().decode()

    def wait_for_page(self, text) -> None:
        """Wait until the page shows a text; the theme holds its last words together."""
        wait_until(lambda: text in re.sub("</?span[^>]*>", "", self.page()))

    def end(self, number=signal.SIGINT) -> int:
        if self.process.poll() is None:
            self.process.send_signal(number)
        code = self.process.wait(timeout=30)
        self._reader.join(timeout=10)
        return code

    def close(self):
        self.process.kill()
        self.end()
        self.process.stdout.close()
        shutil.rmtree(self.temporary)


@pytest.fixture
def begin():
    """Return a function that watches a deck until the test ends."""
    started = []

    def start(deck):
        started.append(Watching(deck))
        return started[-1]

    yield start
    for watching in started:
        watching.close()


@pytest.fixture(scope="module")
def watching(new_deck):
    watching = Watching(new_deck())
    watching.wait_for_page("bom")
    yield watching
    watching.end()
    watching.close()


PART, SNIPPET, COURSE = "slides/00_bom.md.j2", "snippets/bom.py", "slides/deck.toml"
GOOD = {COURSE: DECK, **conftest.GOOD}
# The file, what is written into it, and what is told.
EDITS = {
    "word": (PART, "# Bom\n\n{{ cod('bom', 'a') }}\n", r"00_bom\.md\.j2:3 .*no word \"cod\""),
    "template": (PART, "# Bom\n\n{{ code( }}\n", r"00_bom\.md\.j2:3 .*not valid Jinja"),
    "division": (PART, "# Bom\n\n{{ 1 / 0 }}\n", r"00_bom\.md\.j2:3 .*division by zero"),
    "recursion": (PART, "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", r"00_bom\.md\.j2:1 .*recursion"),
    "word_alone": (PART, "# Bom\n\n{{ code }}\n", r"00_bom\.md\.j2:3 .*call it, as in code"),
    "part_latin": (PART, "# ção\n".encode("latin-1"), r"00_bom\.md\.j2:1\n.*not UTF-8"),
    "part_null": (PART, "# Bom\0\n", r"00_bom\.md\.j2:1\n.*null character"),
    "part_empty": (PART, "", r"snippets/bom\.py\n.*no slide shows this snippet"),
    "part_missing": (PART, None, r"slides\n.*no part here"),
    "toml": (COURSE, "title = ", r"deck\.toml\n.*not valid TOML"),
    "toml_latin": (COURSE, "# ção\n".encode("latin-1"), r"deck\.toml:1\n.*not UTF-8"),
    "toml_type": (COURSE, DECK.replace('"Curso"', "5"), r"deck\.toml\n.*title must be a text"),
    "toml_list": (COURSE, DECK + "parts = 5\n", r"deck\.toml\n.*parts must be a list"),
    "toml_missing": (COURSE, None, r"deck\.toml\n.*this file is missing"),
    "snippet_latin": (SNIPPET, "# %% a\nx = 'ção'\n".encode("latin-1"), r"bom\.py:2\n.*not UTF-8"),
    "snippet_null": (SNIPPET, "# %% a\nx = '\0'\n", r"bom\.py:2\n.*null character"),
    "snippet_syntax": (SNIPPET, "# %% a\nx = (\n", r"bom\.py:2\n.*not valid Python"),
    "snippet_missing": (SNIPPET, None, r"00_bom\.md\.j2:3 .*no snippet \"bom\""),
    "snippet_raises": (SNIPPET, "# %% a\n1 / 0\n", r"bom\.py:2\n.*ZeroDivisionError"),
    "snippet_exits": (SNIPPET, "# %% a\nimport os\nos._exit(0)\n", r"bom\.py\n.*ended itself \(exit code 0\)"),
    "snippet_hangs": (
        SNIPPET,
        "# %% a\nimport time\nwhile True:\n    time.sleep(1)\n",
        r"bom\.py\n.*did not end within 5 s",
    ),
    "value_huge": (SNIPPET, "# %% a\nx = 10**5000\nraise ValueError('fim')\n", r"bom\.py:3\n.*ValueError: fim"),
    "broken_repr": (SNIPPET, "# %% a\nclass R:\n    def __repr__(self): 1 / 0\nR()\n", r"bom\.py:\d\n.*ZeroDivision"),
    "cell_unnamed": (SNIPPET, "# %%\nprint(1)\n", r"bom\.py:1\n.*a cell without a name"),
}


@pytest.mark.parametrize("name", EDITS)
def test_a_fault_is_told_over_the_last_good_deck_and_mended(watching, name):
    file, content, message = EDITS[name]
    path, said = watching.deck.root / file, len(watching.text)
    try:
        path.unlink() if content is None else watching.deck.write(file, content)
        watching.wait_for(rf"{message}.*\n\nthe deck on screen is as it was\n", said)
        assert "bom" in watching.page()
    finally:
        watching.deck.write(file, GOOD[file])
    watching.wait_for("mended\n", said)
    assert TRACEBACK not in watching.text
    assert "bom" in watching.page()


def edit(watching, text):
    """Edit the part, and wait until the page shows it."""
    watching.deck.write(PART, GOOD[PART] + f"\n{text}\n")
    watching.wait_for_page(text)


def test_a_node_that_died_is_begun_again(watching):
    said = len(watching.text)
    try:
        assert kill(watching.temporary, r"marp\.mjs") == 1
        watching.deck.write(PART, GOOD[PART] + "\nUm texto.\n")
        watching.wait_for(r"Marp ended by itself|on screen", said)
        edit(watching, "Outro texto.")
    finally:
        watching.deck.write(PART, GOOD[PART])
    assert TRACEBACK not in watching.text


def test_strange_files_beside_the_sources_do_no_harm(watching):
    locks = [watching.deck.root / folder / ".#bom.py" for folder in ("snippets", "slides")]
    try:
        for lock in locks:
            lock.symlink_to("ana@pc.123")
        edit(watching, "Apesar de tudo.")
    finally:
        for lock in locks:
            lock.unlink()
        watching.deck.write(PART, GOOD[PART])
    assert TRACEBACK not in watching.text


def test_a_page_that_is_not_there_is_told_and_watching_goes_on(watching):
    for request in ("nada", "events/../../x", "%00", "?" + "a" * 5000):
        try:
            with urllib.request.urlopen(watching.url + request, timeout=10) as answer:
                answer.read()
        except urllib.error.HTTPError as error:
            with error:
                assert error.code in (403, 404, 414)
    assert "bom" in watching.page()
    assert TRACEBACK not in watching.text


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda number: number.name)
def test_watching_that_is_ended_leaves_nothing(deck, begin, number):
    watching = begin(deck)
    watching.wait_for_page("bom")
    assert watching.end(number) == 0, watching.text
    assert watching.text.endswith("\nended\n")
    assert TRACEBACK not in watching.text
    wait_until(lambda: processes_of(watching.temporary) == [])
    assert list(watching.temporary.iterdir()) == []


@pytest.mark.parametrize("seconds", [0, 3], ids=["starting", "idle"])
def test_when_the_parent_of_the_kernels_dies_it_is_told(deck, begin, seconds):
    watching = begin(deck)
    watching.wait_for_page("bom")
    wait_until(lambda: any("forkserver" in " ".join(p.cmdline()) for p in processes_of(watching.temporary)))
    time.sleep(seconds)
    assert kill(watching.temporary, "multiprocessing.forkserver") > 0
    said = len(watching.text)
    deck.write(SNIPPET, "# %% a\nprint('outro')\n")
    watching.wait_for(r"no kernel starts|its process was killed|ran bom", said)
    deck.write(PART, GOOD[PART] + "\nDepois disso.\n")
    deck.write(SNIPPET, GOOD[SNIPPET])
    watching.wait_for_page("Depois disso.")
    assert TRACEBACK not in watching.text
