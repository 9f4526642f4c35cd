"""The preview, as an author sees it: a small deck, the real front door, a real browser."""

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from argparse import Namespace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from build import new
from tests.project import Project

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc, and sends Ctrl-C")

PATIENCE = 60_000  # milliseconds; what is waited for comes much sooner
SNIPPET = """\
# %% conta
a = 1
print("conta:", a)

# %% desenho
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.set_title("Título")
"""
PART = """\
# Capa

{{ code("numeros", "conta") }}

---

## Resultado

{{ output("numeros", "conta") }}

{{ figure("numeros", "desenho", alt="Um gráfico vazio, só com o título.") }}

<!--
Uma nota.
-->

---

## Fim

Texto do fim.
"""


class Watching:
    """``build.py watch`` in a project, and what it said."""

    def __init__(self, project: Project, *words: str | Path):
        self.project = project
        # Not below pytest's own, which may be too long for the name of a socket.
        self.temporary = Path(tempfile.mkdtemp(prefix="deck-watched-"))
        self.process = subprocess.Popen(
            [sys.executable, "-u", "build.py", "watch", *words],
            cwd=project.root,
            env=os.environ | {"TMPDIR": str(self.temporary)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.said: list[str] = []
        self._reader = threading.Thread(target=lambda: self.said.extend(self.process.stdout), daemon=True)
        self._reader.start()
        self.url = self.wait_for(r"http://127\.0\.0\.1:\d+/")

    def wait_for(self, pattern: str, after: int = 0) -> str:
        """Wait until it says something, after so many lines, and return that."""
        end = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < end:
            if found := re.search(pattern, "".join(self.said[after:])):
                return found.group()
            time.sleep(0.02)
        raise AssertionError(f"it did not say {pattern}, but: {''.join(self.said)}")

    def processes(self) -> set[int]:
        """Return the processes that run for this project: those that have its folder in their environment."""
        found = set()
        for path in Path("/proc").glob("[0-9]*/environ"):
            with contextlib.suppress(OSError):
                if str(self.temporary).encode() in path.read_bytes():
                    found.add(int(path.parent.name))
        return found

    def __enter__(self):
        return self

    def __exit__(self, *exception) -> None:
        self.end()
        shutil.rmtree(self.temporary, ignore_errors=True)

    def end(self) -> int:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGINT)
        code = self.process.wait(timeout=30)
        self._reader.join(timeout=10)
        self.process.stdout.close()
        return code


@pytest.fixture(scope="module")
def watching(tmp_path_factory, root):
    project = Project(tmp_path_factory.mktemp("watched"), root)
    project.write("snippets/numeros.py", SNIPPET)
    project.write("slides/00_capa.md.j2", PART)
    with Watching(project) as watching:
        yield watching


@pytest.fixture(scope="module")
def browser(context_of_browser):
    """A context with a network: Playwright starts once in a process, and the shared context has none."""
    context = context_of_browser.browser.new_context(viewport={"width": 1280, "height": 720})
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def page(watching, browser):
    """The preview in the browser, the sources as at the start."""
    watching.project.write("snippets/numeros.py", SNIPPET)
    watching.project.write("slides/00_capa.md.j2", PART)
    page = browser.new_page()
    page.goto(watching.url)
    expect(slide(page, 2).locator("svg.figure")).to_have_count(1, timeout=PATIENCE)
    expect(page.get_by_role("alert")).to_be_hidden(timeout=PATIENCE)
    page.evaluate("window.same = true")
    yield page
    page.close()


def reloaded(page) -> bool:
    return not page.evaluate("window.same === true")


def slide(page, number: int):
    return page.locator(f"section[data-marpit-pagination='{number}']")


def active(page, number: int):
    return page.locator(f".bespoke-marp-active section[data-marpit-pagination='{number}']")


def test_a_text_edit_is_on_screen_at_its_slide_and_runs_nothing(watching, page):
    said = len(watching.said)
    watching.project.write("slides/00_capa.md.j2", PART.replace("Texto do fim", "Outro texto"))
    expect(active(page, 3)).to_contain_text("Outro texto", timeout=PATIENCE)
    assert not reloaded(page)
    watching.wait_for(r'slide 3 "Fim": on screen', said)
    assert "ran" not in "".join(watching.said[said:])


def test_a_note_is_changed_for_the_presenter(watching, page):
    watching.project.write("slides/00_capa.md.j2", PART.replace("Uma nota", "Outra nota & mais"))
    expect(page.locator(".bespoke-marp-note[data-index='1']")).to_have_text("Outra nota & mais.", timeout=PATIENCE)
    expect(active(page, 2)).to_be_visible(timeout=PATIENCE)


def test_a_snippet_edit_runs_that_snippet_and_shows_code_output_and_figure(watching, page):
    watching.project.write("snippets/outro.py", "# %% a\nprint('outro')\n")
    watching.project.write(
        "slides/00_capa.md.j2", PART.replace("Texto do fim.", '{{ code("outro", "a") }}\n\n{{ output("outro", "a") }}')
    )
    expect(slide(page, 3).locator("pre").nth(1)).to_have_text("outro", timeout=PATIENCE)
    said = len(watching.said)
    text = SNIPPET.replace("a = 1", "import colorsys\n\na = colorsys.rgb_to_hsv(0.5, 0, 0)[2]").replace(
        "Título", "Novo"
    )
    watching.project.write("snippets/numeros.py", text)
    expect(slide(page, 2)).to_contain_text("conta: 0.5", timeout=PATIENCE)
    expect(slide(page, 2).locator("svg.figure")).to_contain_text("Novo")
    expect(slide(page, 1)).to_contain_text("colorsys.rgb_to_hsv")
    watching.wait_for(r"ran numeros", said)
    assert "ran outro" not in "".join(watching.said[said:])
    (watching.project.root / "snippets" / "outro.py").unlink()


def test_a_mistake_is_shown_over_the_last_good_deck_and_mending_it_recovers(watching, page):
    said = len(watching.said)
    wrong = PART.replace('output("numeros", "conta")', 'output("numeros", "contas")').replace("# Capa", "# Outra capa")
    watching.project.write("slides/00_capa.md.j2", wrong)
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text('no cell "contas" in snippets/numeros.py; did you mean "conta"?', timeout=PATIENCE)
    expect(alert).to_contain_text("slides/00_capa.md.j2:9")
    expect(alert).to_have_css("font-family", re.compile("IBM Plex Mono"))  # letters that the page has with it
    watching.wait_for(r'no cell "contas"', said)
    expect(slide(page, 1).locator("h1")).to_have_text("Capa")
    again = page.context.new_page()  # opened while it is wrong: the last good deck, and the message
    again.goto(watching.url)
    expect(again.get_by_role("alert")).to_contain_text('no cell "contas"', timeout=PATIENCE)
    expect(slide(again, 1).locator("h1")).to_have_text("Capa")
    again.close()
    watching.project.write("slides/00_capa.md.j2", wrong.replace("contas", "conta"))
    expect(alert).to_be_hidden(timeout=PATIENCE)
    expect(slide(page, 1).locator("h1")).to_have_text("Outra capa")
    assert not reloaded(page)


def test_a_snippet_that_fails_is_told_and_mending_it_runs_it(watching, page):
    watching.project.write("snippets/numeros.py", SNIPPET.replace("a = 1", "a = 1 / 0"))
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("ZeroDivisionError", timeout=PATIENCE)
    expect(alert).to_contain_text("snippets/numeros.py:2")
    expect(slide(page, 2)).to_contain_text("conta: 1")
    watching.project.write("snippets/numeros.py", SNIPPET.replace("a = 1", "a = 7"))
    expect(slide(page, 2)).to_contain_text("conta: 7", timeout=PATIENCE)
    expect(alert).to_be_hidden(timeout=PATIENCE)


def test_python_that_is_none_is_told(watching, page):
    watching.project.write("snippets/numeros.py", SNIPPET.replace("a = 1", "a = ("))
    expect(page.get_by_role("alert")).to_contain_text("this is not valid Python", timeout=PATIENCE)
    (watching.project.root / "snippets" / "numeros.py").write_bytes(b"# %% conta\n\xff")
    expect(page.get_by_role("alert")).to_contain_text("this file is not UTF-8", timeout=PATIENCE)
    expect(slide(page, 2)).to_contain_text("conta: 1")


def test_edits_while_a_snippet_runs_are_shown_meanwhile_and_none_is_lost(watching, page):
    said = len(watching.said)
    slow = SNIPPET.replace("a = 1", "import time\n\ntime.sleep(50)\na = 1")
    watching.project.write("snippets/numeros.py", slow)
    expect(page.get_by_role("status")).to_have_text("… numeros", timeout=PATIENCE)
    watching.project.write("slides/00_capa.md.j2", PART.replace("Texto do fim", "Enquanto isso"))
    expect(slide(page, 3)).to_contain_text("Enquanto isso", timeout=PATIENCE)
    expect(slide(page, 1)).not_to_contain_text("sleep")  # code and output belong together
    expect(slide(page, 2)).to_contain_text("conta: 1")
    watching.project.write("snippets/numeros.py", SNIPPET.replace("a = 1", "a = 8"))
    expect(slide(page, 2)).to_contain_text("conta: 8", timeout=PATIENCE)
    expect(page.get_by_role("status")).to_be_hidden(timeout=PATIENCE)
    assert "".join(watching.said[said:]).count("ran numeros") == 1  # the slow one was stopped
    assert "FAILED" not in "".join(watching.said[said:])


def test_a_data_file_that_changes_runs_the_snippet_that_reads_it(watching, page):
    text = SNIPPET.replace("a = 1", "from pathlib import Path\n\na = Path('data/x.txt').read_text()")
    watching.project.write("snippets/numeros.py", text)
    expect(page.get_by_role("alert")).to_contain_text("FileNotFoundError", timeout=PATIENCE)
    watching.project.write("snippets/data/x.txt", "primeiro")
    expect(slide(page, 2)).to_contain_text("conta: primeiro", timeout=PATIENCE)
    watching.project.write("snippets/data/x.txt", "segundo")
    expect(slide(page, 2)).to_contain_text("conta: segundo", timeout=PATIENCE)


def test_a_slide_that_comes_or_goes_takes_the_page_anew_at_that_slide(watching, page):
    watching.project.write("slides/00_capa.md.j2", PART.replace("---\n\n## Fim", "---\n\n## Entre\n\n---\n\n## Fim"))
    expect(active(page, 3).locator("h2")).to_have_text("Entre", timeout=PATIENCE)
    expect(slide(page, 4).locator("h2")).to_have_text("Fim")
    watching.project.write("slides/00_capa.md.j2", PART.partition("---\n\n## Fim")[0].rstrip().removesuffix("---"))
    expect(page.locator("section[data-marpit-pagination]")).to_have_count(2, timeout=PATIENCE)
    expect(active(page, 2)).to_be_visible()


def test_the_theme_is_taken_anew(watching, page):
    css = watching.project.root / "slides" / "theme" / "aula.css"
    before = css.read_text("utf-8")
    css.write_text(before + "\nsection h1 { letter-spacing: 13px }\n", "utf-8")
    expect(slide(page, 1).locator("h1")).to_have_css("letter-spacing", "13px", timeout=PATIENCE)
    css.write_text(before, "utf-8")
    expect(slide(page, 1).locator("h1")).not_to_have_css("letter-spacing", "13px", timeout=PATIENCE)


def test_no_deck_is_written_and_the_page_is_sealed_but_for_its_own_server(watching, page):
    assert not (watching.project.root / "dist").exists()
    with urllib.request.urlopen(watching.url) as answer:
        html = answer.read().decode()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html).group(1)
    assert "default-src 'none'" in policy and "connect-src 'self'" in policy
    assert policy.count("'sha256-") == 4  # Marp's two scripts, the theme's and the preview's


def test_it_serves_this_machine_by_its_name_and_nothing_but_the_deck(watching):
    port = int(watching.url.split(":")[2].strip("/"))
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.2", port), timeout=5)
    for request, code in (
        (urllib.request.Request(watching.url, headers={"Host": f"elsewhere.example:{port}"}), 403),
        (urllib.request.Request(watching.url + "../build.py"), 404),
    ):
        with pytest.raises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(request)
        with caught.value as error:
            assert error.code == code


def test_a_change_of_the_engine_starts_it_again_on_the_same_port(watching, page):
    said = len(watching.said)
    words = watching.project.root / "engine" / "slides" / "words.py"
    words.write_text(words.read_text("utf-8").replace("MAX_LINES = 14", "MAX_LINES = 13"), "utf-8")
    watching.wait_for(r"the engine changed: starting again", said)
    assert watching.wait_for(r"http://127\.0\.0\.1:\d+/", said) == watching.url
    watching.project.write("slides/00_capa.md.j2", PART.replace("Texto do fim", "Depois disso"))
    expect(slide(page, 3)).to_contain_text("Depois disso", timeout=PATIENCE)


def test_ctrl_c_leaves_nothing_running_even_with_a_wrong_deck_and_a_snippet_that_runs(tmp_path, root, browser):
    project = Project(tmp_path, root)
    project.write("snippets/numeros.py", SNIPPET)
    project.write("slides/00_capa.md.j2", "# Capa\n\n{{ cod }}\n")
    with Watching(project) as watching:
        page = browser.new_page()
        page.goto(watching.url)
        expect(page.get_by_role("alert")).to_contain_text('no word "cod"; did you mean "code"?', timeout=PATIENCE)
        project.write("slides/00_capa.md.j2", PART)
        expect(slide(page, 2)).to_contain_text("conta: 1", timeout=PATIENCE)
        expect(page.get_by_role("alert")).to_be_hidden(timeout=PATIENCE)
        project.write("snippets/numeros.py", "# %% conta\nimport time\n\ntime.sleep(50)\n\n# %% desenho\n")
        expect(page.get_by_role("status")).to_have_text("… numeros", timeout=PATIENCE)
        assert len(watching.processes()) > 3  # front door, Node.js, parent of the snippets, snippet
        assert watching.end() == 0
        assert watching.said[-1] == "ended\n"
        deadline = time.monotonic() + 20
        while watching.processes() and time.monotonic() < deadline:
            time.sleep(0.1)
        assert watching.processes() == set()
        watching.temporary.rmdir()  # which only an empty folder allows
        with pytest.raises(OSError):
            urllib.request.urlopen(watching.url)
        page.close()


def test_another_deck_is_watched_in_its_own_folder(project, browser, tmp_path):
    other = tmp_path / "curso"
    new(Namespace(path=other))
    course = other / "slides" / "deck.toml"
    page = browser.new_page()
    with Watching(project, "--deck", other) as watching:
        page.goto(watching.url)
        expect(slide(page, 1)).to_contain_text("Meu nome", timeout=PATIENCE)
        course.write_text(course.read_text("utf-8").replace("Meu nome", "Outro nome"), "utf-8")
        expect(slide(page, 1)).to_contain_text("Outro nome", timeout=PATIENCE)
        watching.wait_for("ran reta")
        assert (other / ".cache" / "store" / "results").is_dir() and not (other / "dist").exists()
    page.close()


def test_with_the_port_of_another_program_it_goes_on_with_a_free_one(project):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with Watching(project, "--port", str(port)) as watching:
            watching.wait_for(f"port {port} can't be used")
            assert f":{port}/" not in watching.url
            with urllib.request.urlopen(watching.url) as page:
                assert page.status == 200
