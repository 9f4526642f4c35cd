"""What the user's shell holds reaches neither a snippet nor the engine."""

import re

import pytest

from engine.core import install
from tests.engine.faults.conftest import TRACEBACK, cell_of

# Each line is one aspect of the environment that a snippet could see.
ASPECTS = """\
import json, locale, os, random, sys, time
import matplotlib.pyplot as plt

print("optimize", sys.flags.optimize, __debug__)
print("backend", plt.get_backend())
print("warnings", sys.flags.dev_mode, sys.warnoptions)
print("shadow", hasattr(random, "seed"), hasattr(json, "dumps"))
print("zone", time.strftime("%z", time.localtime(0)))
print("language", locale.getpreferredencoding(False), sys.stdout.encoding, sys.flags.utf8_mode)
print("own", sorted(set(os.environ) & {"MEU", "PYTHONSTARTUP", "KERAS_BACKEND_MEU", "PYTHONINSPECT"}))
print("keras", os.environ.get("KERAS_BACKEND"))
print("threads", os.environ.get("OMP_NUM_THREADS"))
print("hash", hash("a"))
print("columns", os.environ.get("COLUMNS"), os.environ.get("LINES"))
print("colours", os.environ.get("FORCE_COLOR"), os.environ.get("CLICOLOR_FORCE"))
print("style", plt.rcParams["font.size"], plt.rcParams["axes.facecolor"])
print("folder", os.path.basename(os.getcwd()), "" in sys.path)
"""
NAMES = re.findall(r'^print\("(\w+)"', ASPECTS, re.M)
SHELL = {
    "PYTHONOPTIMIZE": "2", "MPLBACKEND": "agg", "PYTHONWARNINGS": "ignore", "PYTHONSTARTUP": "/nada",
    "TZ": "Asia/Tokyo",
    "LANG": "C", "LC_ALL": "POSIX", "MEU": "1", "KERAS_BACKEND": "jax", "OMP_NUM_THREADS": "7", "PYTHONHASHSEED": "5",
    "COLUMNS": "20", "LINES": "5", "FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "PYTHONNOUSERSITE": "",
    "PYTHONDEVMODE": "",
    "PYTHONDONTWRITEBYTECODE": "1", "TERM": "dumb", "NO_COLOR": "1", "PYTHONUNBUFFERED": "1",
    "NODE_OPTIONS": "--require /nada.js", "NODE_PATH": "/nada",
}  # fmt: skip


@pytest.fixture(scope="module")
def two(new_deck, tmp_path_factory):
    """What a snippet sees in an ordinary build, and in one of a shell that holds all sorts of things."""
    deck = new_deck()
    deck.write("snippets/bom.py", cell_of("bom", ASPECTS))
    deck.write("slides/00_bom.md.j2", '# Bom\n\n{{ output("bom", "a") }}\n')
    assert deck.command().code == 0
    plain = deck.files()
    strange = tmp_path_factory.mktemp("shell")
    (strange / "matplotlibrc").write_text("font.size: 30\naxes.facecolor: red\n", "utf-8")
    env = SHELL | {"MATPLOTLIBRC": str(strange / "matplotlibrc")}
    (deck.root / "dist" / "deck.html").unlink()
    said = deck.command("deck", "--rerun", "bom", env=env, cwd=strange)
    return said, plain, deck.files(), deck.slides()["Bom"]


@pytest.mark.parametrize("aspect", NAMES)
def test_a_snippet_sees_nothing_of_the_shell(two, aspect):
    said, before, after, _ = two
    assert said.code == 0, said.text
    lines = [
        [line for line in files["deck.md"].decode().splitlines() if line.startswith(f"{aspect} ")]
        for files in (before, after)
    ]
    assert len(lines[0]) == 1
    assert lines[0] == lines[1]


def test_the_deck_of_another_shell_is_the_same_bytes(two):
    said, before, after, _ = two
    assert TRACEBACK not in said.text
    assert before == after


@pytest.fixture(scope="module")
def built(new_deck):
    deck = new_deck()
    assert deck.command().code == 0
    return deck


# The variables of a shell.
SHELLS = {
    "ascii": {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    "posix": {"LC_ALL": "POSIX", "LANG": "C"},
    "no_home": {"HOME": "/nada"},
    "no_path": {"PATH": ""},
    "no_temporary": {"TMPDIR": "/nada"},
    "warnings_are_errors": {"PYTHONWARNINGS": "error"},
    "shadow": {"PYTHONPATH": "SHADOW"},
    "safe_path": {"PYTHONSAFEPATH": "1"},
}


@pytest.mark.parametrize("name", SHELLS)
def test_a_build_in_a_strange_shell_runs_and_tells_as_ever(built, tmp_path, name):
    for module in ("random", "json", "jinja2", "argparse", "signal"):
        (tmp_path / f"{module}.py").write_text("raise SystemExit('sombra')\n", "utf-8")
    env = {key: value.replace("SHADOW", str(tmp_path)) for key, value in SHELLS[name].items()}
    before = built.files()
    built.write("snippets/bom.py", f"# %% a\nprint('{name}')\nraise ValueError('não')\n")
    try:
        said = built.command(env=env)
    finally:
        built.write("snippets/bom.py", "# %% a\nprint('bom')\n")
    assert TRACEBACK not in said.text, said.text
    assert said.code == 1, said.text
    assert re.search(r"snippets/bom\.py:3\n.*\n    cell \"a\" raises ValueError: n.+o\n\n1 problem;", said.text), (
        said.text
    )
    assert built.files() == before
    said = built.command(env=env)
    assert (said.code, said.text[:16]) == (0, "nothing changed:"), said.text


def test_a_folder_with_modules_of_known_names_shadows_nothing(built, tmp_path):
    for module in ("random", "json", "engine", "numpy"):
        (tmp_path / f"{module}.py").write_text("raise SystemExit('sombra')\n", "utf-8")
    built.write("snippets/bom.py", "# %% a\nimport random, json, numpy\nprint('bom')\n")
    said = built.command(cwd=tmp_path)
    assert said.code == 0, said.text


def test_a_temporary_folder_of_a_long_name_is_no_harm(built, tmp_path):
    long = tmp_path / ("x" * 90)
    long.mkdir()
    built.write("snippets/bom.py", "# %% a\nprint('longo')\n")
    said = built.command(env={"TMPDIR": str(long)})
    assert TRACEBACK not in said.text, said.text
    assert said.code in (0, 3), said.text
    assert [path.name for path in long.iterdir()] == []


def test_python_that_is_too_old_or_new_is_told(built, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(install.sys, "version_info", (3, 9, 0))
        with pytest.raises(install.SetupError, match=r"Python 3\.11 to 3\.13 is needed, this is"):
            install.ensure_installed()
