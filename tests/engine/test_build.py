"""The front door, from outside: what a person sees who runs it."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time

import pytest

from engine.build import Build, Options, plan, read
from engine.core.paths import Paths
from engine.output import inputs_digest
from tests.project import NUMBERS, Project


def files(folder):
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_build_says_what_it_made_and_how_long_it_took(built):
    last = built.said.stdout.strip().splitlines()[-1]
    assert re.fullmatch(
        r"2 slides, 1 snippets \(1 run, 0 kept\) in [\d.]+ s \(snippets [\d.]+ s, formats [\d.]+ s\): "
        r"dist/deck\.md, dist/deck\.html, dist/deck\.pdf, dist/notebooks\.zip",
        last,
    )
    assert re.fullmatch(r"ran numeros \([\d.]+ s\)\n", built.said.stderr)


def test_the_html_is_one_file_with_figure_and_fonts_inside(built):
    html = (built.root / "dist" / "deck.html").read_text("utf-8")
    assert re.search(r'<svg class="figure" role="img" aria-label="Um gráfico vazio, só com o título\."', html)
    assert "Erro de \N{MINUS SIGN}0,5" in html
    assert "font/woff2;base64" in html
    assert set(re.findall(r'(?:src|href)="(?!data:|#)([^"]+)', html)) == {"notebooks/numeros.ipynb"}


def test_a_second_build_touches_nothing(built):
    before = files(built.root / "dist")
    done = built.build()
    assert done.stdout == "nothing changed: 2 slides, 1 snippets in dist\n".replace("dist", str(built.root / "dist"))
    assert files(built.root / "dist") == before


def test_a_further_format_is_made_beside_those_that_are_there(built, tmp_path):
    out = tmp_path / "o"
    assert built.build("--out", str(out), "--formats", "html").returncode == 0
    before = files(out)
    done = built.build("--out", str(out), "--formats", "site")
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith(f": {out}/deck.md, {out}/index.html\n")
    after = files(out)
    page = after.pop("index.html")[0].decode()
    assert after == before
    assert '<a href="notebooks.zip"' in page
    assert [name for name in ("deck.pdf", "deck.pptx", "apostila.pdf") if name in page] == []
    # All of them are known to be there now, and none of them is trusted once a result is lost.
    assert built.build("--out", str(out), "--formats", "html,site").stdout.startswith("nothing changed")
    shutil.rmtree(built.root / ".cache" / "store" / "results")
    done = built.build("--out", str(out), "--formats", "handout")
    assert "(1 run, 0 kept)" in done.stdout and "apostila.pdf" in done.stdout and "deck.html" in done.stdout
    assert f"{out}/index.html" in done.stdout


def test_formats_of_an_older_deck_do_not_stay_beside_a_new_one(project):
    project.write("slides/00_a.md.j2", "# A\n")
    assert project.build("--formats", "html").returncode == 0
    project.write("dist/mine.txt", "mine")
    project.write("slides/00_a.md.j2", "# B\n")
    done = project.build("--formats", "notebooks")
    assert done.stdout.endswith("; of an older deck, and removed: html (--formats makes them again)\n")
    left = {path.name for path in (project.root / "dist").iterdir()}
    assert left == {"deck.md", "mine.txt", "notebooks", "notebooks.zip"}


def test_explain_says_why_a_snippet_did_not_run(built):
    done = built.build("--explain", "--formats", "html")
    assert "keep numeros: nothing that could change it changed\n" in done.stderr
    assert "(0 run, 1 kept)" in done.stdout


@pytest.fixture(scope="module")
def rerun(built):
    """What a build said that ran a snippet again, and whether the deck stayed the same."""
    before = files(built.root / "dist")
    done = built.build("--rerun", "numeros", "--explain", "--profile")
    assert done.returncode == 0, done.stderr
    return done, files(built.root / "dist") == before


def test_profile_says_where_the_time_went_beside_the_floor(rerun):
    stages_of_a_build = ["start", "read", "plan", "import", "snippets", "render", "formats", "write"]
    rows = [line.split() for line in rerun[0].stdout.splitlines()]
    stages = [row[0] for row in rows if row and row[0] in stages_of_a_build]
    assert stages[-8:] == stages_of_a_build
    ((_, seconds, floor),) = (row for row in rows if row[:1] == ["total"])
    assert float(seconds) >= float(floor) > 0
    assert any(row[:1] == ["numeros"] for row in rows)


def test_rerun_runs_what_it_names_and_the_deck_stays_the_same(rerun):
    done, same = rerun
    assert "run  numeros: --rerun names it\n" in done.stderr
    assert "(1 run, 0 kept)" in done.stdout
    assert same


def test_out_and_store_go_where_they_are_told(built, tmp_path):
    done = built.build("--out", str(tmp_path / "o"), "--store", str(tmp_path / "s"), "--formats", "html")
    assert done.returncode == 0
    made = ["deck.html", "deck.md", "figures", "notebooks", "notebooks.zip"]
    assert sorted(path.name for path in (tmp_path / "o").iterdir()) == made
    assert (tmp_path / "s" / "results").is_dir()


def test_all_that_is_wrong_is_told_at_once_and_the_last_good_deck_stays(built, project):
    for name in ("dist", ".cache/store"):
        shutil.copytree(built.root / name, project.root / name)
    before = files(project.root / "dist")
    project.write("snippets/numeros.py", "# %% conta\nraise ValueError('não')\n# %% conta\nx = 1\n")
    project.write("snippets/orfao.py", "# %% a\nx = 1\n")
    text = (
        '# Números\n\n{{ code("numero", "conta") }}\n\n---\n\n## Metade\n\n![x](y.png)\n\n```python\n```\n'
        '{{ step("dado") }}\n'
    )
    project.write("slides/00_numeros.md.j2", text)
    done = project.build("--timeout", "20")
    assert done.returncode == 1
    for part in (
        'slides/00_numeros.md.j2:3  (slide 1 "Números")\n    {{ code("numero", "conta") }}\n'
        '             ^ no snippet "numero" in snippets/; did you mean "numeros"?\n',
        'slides/00_numeros.md.j2:9  (slide 2 "Metade")\n    ![x](y.png)\n'
        "         ^ no image slides/y.png; draw it in a snippet and show it with figure(…)\n",
        "slides/00_numeros.md.j2:11  (slide 2",
        'slides/00_numeros.md.j2:13  (slide 2 "Metade")\n    {{ step("dado") }}\n'
        '             ^ no step "dado"; did you mean "dados"? steps: dados, modelo\n',
        "snippets/numeros.py:2\n    raise ValueError('não')\n    cell \"conta\" raises ValueError: não\n",
        'snippets/numeros.py:3\n    # %% conta\n         ^ the cell name "conta" is taken by line 1; give it another\n',
        "snippets/orfao.py\n    no slide shows this snippet; use it in a part or delete it\n",
    ):
        assert part in done.stderr
    assert done.stderr.endswith("problems; the deck is as it was.\n")
    assert files(project.root / "dist") == before


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["dekc"], "argument VERB: invalid choice: 'dekc'"),
        (
            ["--formats", "docx"],
            "argument --formats: unknown format 'docx'; known: html, pdf, handout, notebooks, pptx, png, "
            "questions, site, all",
        ),
        (["--jobs", "0"], "argument --jobs: '0' is not a whole number from 1 to 1000000000"),
        (["--timeout", "soon"], "argument --timeout: 'soon' is not a number of seconds from 0.001 to 1000000000"),
        (["watch", "--port", "70000"], "argument --port: '70000' is not a port from 0 to 65535"),
        (["watch", "--port", "x"], "argument --port: 'x' is not a port from 0 to 65535"),
        (["test", "--group", "zoo"], "argument --group: invalid choice: 'zoo'"),
        (["--frobnicate"], "unknown: --frobnicate; see build.py deck --help"),
    ],
)
def test_wrong_usage_is_exit_code_2(built, words, message):
    done = built.build(*words)
    assert done.returncode == 2
    assert message in done.stderr


def test_rerun_of_an_unknown_snippet_is_told(built):
    done = built.build("--rerun", "numero")
    assert done.returncode == 1
    assert done.stderr.startswith('--rerun\n    no snippet "numero"; did you mean "numeros"?\n')


def test_without_a_browser_the_pdf_cannot_be_made_and_the_html_can(built, tmp_path):
    env = {**os.environ, "CHROME_PATH": "/nowhere/chrome"}
    done = built.build("--out", str(tmp_path), env=env)
    assert done.returncode == 3
    assert done.stderr == (
        "build.py: CHROME_PATH names /nowhere/chrome, which does not exist; correct it or unset it\n"
    )
    assert built.build("--out", str(tmp_path), "--formats", "html", env=env).returncode == 0


def test_help_imports_nothing_heavy(root):
    script = (
        "import sys, build\n"
        "try:\n    build.main(['--help'])\nexcept SystemExit as e:\n    assert e.code == 0\n"
        "print(sorted({'tensorflow', 'keras', 'numpy', 'matplotlib', 'IPython', 'jinja2', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True)
    assert done.stdout.startswith("usage: build.py")
    assert done.stdout.endswith("[]\n")


def test_a_build_without_snippets_to_run_imports_no_tensorflow(built):
    script = (
        "import sys, build\n"
        "assert build.main(['--explain', '--formats', 'html']) == 0\n"
        "print(sorted({'tensorflow', 'keras', 'matplotlib', 'IPython'} & set(sys.modules)))"
    )
    python = built.root / ".venv" / "bin" / "python"
    done = subprocess.run([python, "-c", script], cwd=built.root, capture_output=True, text=True)
    assert done.stdout.endswith("[]\n"), done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_ends_the_build_with_one_sentence(built, project):
    shutil.copytree(built.root / "dist", project.root / "dist")
    before = files(project.root / "dist")
    text = 'from pathlib import Path\nimport time\n\nPath("../comecou").touch()\ntime.sleep(200)\n'
    project.write("snippets/lento.py", f"# %% a\n{text}")
    project.write("slides/00_a.md.j2", '# A\n{{ code("lento", "a") }}\n')
    # Tests that a shell runs in the background inherit that Ctrl-C is ignored, and would hand it on to the build.
    inherited = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [sys.executable, "build.py"], cwd=project.root, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    signal.signal(signal.SIGINT, inherited)
    end = time.monotonic() + 120
    while not (project.root / "comecou").exists() and time.monotonic() < end:
        time.sleep(0.1)
    os.killpg(process.pid, signal.SIGINT)
    try:
        _, said = process.communicate(timeout=120)
    finally:
        process.kill()
    assert process.returncode == 130
    assert said.endswith("build.py: interrupted; the deck is as it was\n")
    assert "Traceback" not in said
    assert files(project.root / "dist") == before


ERROR = """\
# %% errado raises="ValueError" message="não .*deu"
def f():
    raise ValueError("não mesmo deu")


f()

# %% certo
x = 1
"""
SILENT = '# %% errado effect="x > 1"\nx = 2\n\n# %% certo\nx = 1\n'
ERRORS = """\
# Erros
{{ code("erros/alto", "errado") }}

{{ code("erros/alto", "certo") }}

{{ error("erros/alto", "errado") }}

---

## Calado
{{ errors("erros/calado") }}
"""


SHOWN = """
---

## {name}
{{{{ code("erros/{name}", "errado") }}}}

{{{{ code("erros/{name}", "certo") }}}}
"""


def test_cells_that_fail_as_declared_make_a_good_deck(project):
    project.write("snippets/erros/alto.py", ERROR)
    project.write("snippets/erros/calado.py", SILENT)
    project.write("slides/00_erros.md.j2", ERRORS)
    done = project.build("--formats", "html")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("2 slides, 2 snippets, 2 failed as expected (2 run, 0 kept)")
    html = (project.root / "dist" / "deck.html").read_text("utf-8")
    assert "ValueError: <strong>não mesmo deu</strong>" in html
    assert re.search(r'<span class="mark wrong">[^\n]*raise', html)
    again = project.build("--formats", "html", "--explain")
    assert again.stdout.startswith("2 slides, 2 snippets, 2 failed as expected (0 run, 2 kept)")


@pytest.fixture(scope="module")
def failed(tmp_path_factory, root):
    """What a build said of cells that do otherwise than declared."""
    project = Project(tmp_path_factory.mktemp("failed"), root)
    snippets = {
        "bom": ERROR,
        "padrao": ERROR.replace("não .*deu", "não deu"),
        "passa": ERROR.replace("    raise ValueError", "    str"),
        "passa_calado": SILENT.replace("x = 2", "x = 0"),
        "certo_falha": ERROR.replace("x = 1", "x = 1 / 0"),
        "nada_muda": SILENT.replace("x = 1", "x = 3"),
    }
    for name, text in snippets.items():
        project.write(f"snippets/erros/{name}.py", text)
    project.write("slides/00_erros.md.j2", "# Erros\n" + "".join(SHOWN.format(name=name) for name in snippets))
    done = project.build("--formats", "html")
    assert done.returncode == 1
    assert not (project.root / "dist" / "deck.html").exists()
    return done.stderr


def test_a_wrong_pattern_names_the_snippet_the_expected_and_the_actual_message(failed):
    assert (
        'snippets/erros/padrao.py:1\n    # %% errado raises="ValueError" message="não deu"\n'
        '    cell "errado" failed otherwise than declared\n'
        '    declared: raises="ValueError" message="não deu"\n'
        "    actual:   ValueError: não mesmo deu\n"
    ) in failed


def test_an_error_that_passes_has_passed_unexpectedly(failed):
    for part in (
        'snippets/erros/passa.py:1\n    # %% errado raises="ValueError" message="não .*deu"\n'
        '    cell "errado" passed unexpectedly: it raised nothing\n'
        '    declared: raises="ValueError" message="não .*deu"\n',
        'snippets/erros/passa_calado.py:1\n    # %% errado effect="x > 1"\n'
        '    cell "errado" passed unexpectedly: the effect is not there\n    declared: effect="x > 1"\n',
    ):
        assert part in failed


def test_a_right_cell_that_fails_or_mends_nothing_is_a_problem(failed):
    assert 'snippets/erros/certo_falha.py:9\n    x = 1 / 0\n    cell "certo" raises ZeroDivisionError' in failed
    assert (
        "snippets/erros/nada_muda.py:4\n    # %% certo\n"
        '    cell "certo" mends nothing: the effect is still there\n    declared: effect="x > 1"'
    ) in failed


def test_what_became_of_the_errors_is_counted(failed):
    assert "errors: 1 failed as expected, 3 failed, 2 passed unexpectedly\n" in failed
    assert failed.endswith("5 problems; the deck is as it was.\n")


def test_what_is_edited_after_it_was_read_does_not_count_as_built(project):
    project.write("snippets/numeros.py", NUMBERS)
    paths = Paths.of(project.root)
    digest = inputs_digest(paths)
    with Build(paths, Options(frozenset({"html"}), jobs=1, timeout=60)) as build:
        read(build)
        project.write("snippets/numeros.py", NUMBERS + "\n")
        plan(build)
    assert build.inputs[1] == digest != inputs_digest(paths)


def test_what_the_sources_need_no_more_goes_with_age_or_when_clean_is_forced(project):
    def build(number):
        project.write("snippets/x.py", f"# %% a\nx = {number}\n")
        assert project.build("--formats", "html").returncode == 0
        return {path.stem for path in store.glob("results/*.ipynb")}

    store = project.root / ".cache" / "store"
    project.write("slides/00_a.md.j2", '# A\n\n{{ code("x", "a") }}\n')
    first = build(1)
    second = build(2) - first
    said = project.build("clean")
    assert said.returncode == 0 and "would delete 3 files of" in said.stdout and "--force" in said.stdout
    assert "would delete 0 files" in project.build("clean", "--days", "1").stdout
    for path in store.glob("re*/*"):
        if path.stem in first or "recipes" in path.parts:
            os.utime(path, (time.time() - 40 * 86400,) * 2)
    last = build(3)
    assert not last & first and last > second
    assert "deleted 2 files" in project.build("clean", "--force").stdout
    assert {path.stem for path in store.glob("results/*.ipynb")} == last - second
    assert project.build("--formats", "html").stdout.startswith("nothing changed")
    project.write("snippets/x.py", "# %% a\nx = (\n")
    assert project.build("clean", "--force").returncode == 1
    assert {path.stem for path in store.glob("results/*.ipynb")} == last - second
