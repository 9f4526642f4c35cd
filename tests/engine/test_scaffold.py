"""Another deck with the same engine: begun, built, checked, tested, in a folder of its own."""

import re
import subprocess
import sys
from argparse import Namespace

import pytest

from build import new
from engine.slides.words import Words


def front_door(root, *words):
    return subprocess.run([sys.executable, "build.py", *words], cwd=root, capture_output=True, text=True)


@pytest.fixture(scope="module")
def deck(tmp_path_factory, root):
    path = tmp_path_factory.mktemp("outro") / "curso"
    done = front_door(root, "new", str(path))
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"a new deck is in {path}; build it: python3 build.py --deck {path}\n"
    return path


def test_a_new_deck_passes_its_checks_and_is_built_in_its_own_folder(root, deck):
    before = {p: p.stat().st_mtime_ns for p in (root / "dist").glob("*") if p.is_file()}
    done = front_door(root, "check", "--deck", str(deck))
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("9 slides checked: nothing is wrong\n")
    assert {"deck.html", "deck.pdf", "index.html", "notebooks.zip"} <= {p.name for p in (deck / "dist").iterdir()}
    assert (deck / ".cache" / "store" / "results").is_dir()
    assert {p: p.stat().st_mtime_ns for p in (root / "dist").glob("*") if p.is_file()} == before


def test_it_shows_each_word(deck):
    text = "".join(path.read_text("utf-8") for path in deck.glob("slides/*.j2"))
    words = {name for name in vars(Words) if not name.startswith("_")}
    assert {name for name in words if not re.search(rf"(?<!\w){name}\(", text)} == set()
    assert (deck / "dist" / "notebooks" / "reta_solucao.ipynb").is_file()


def test_its_shorter_deck_is_checked_too(root, deck):
    part, settings = deck / "slides" / "01_reta.md.j2", deck / "slides" / "deck.toml"
    good = {path: path.read_text("utf-8") for path in (part, settings)}
    only_there = "## A reta e os pontos\n\n{% if parts | length == 1 %}[isto](nada.html) [](vazio.html){% endif %}"
    part.write_text(good[part].replace("## A reta e os pontos", only_there), "utf-8")
    settings.write_text(good[settings].replace("curta = 10", "curta = 2"), "utf-8")
    try:
        done = front_door(root, "check", "--deck", str(deck))
    finally:
        for path, text in good.items():
            path.write_text(text, "utf-8")
    assert done.returncode == 1
    assert "slides/deck.toml\n    minutes: the cut curta takes 6 minutes of 2;" in done.stderr
    assert '(slide 1 "A reta e os pontos")' in done.stderr
    assert "in the cut curta: structure: the link nada.html leads nowhere" in done.stderr
    assert re.search(r"in the cut curta: accessibility: .*\(axe rule link-name\)", done.stderr)
    assert "no speaker notes" not in done.stderr


def test_a_second_build_of_it_has_nothing_to_do_until_the_theme_changes(root, deck, tmp_path):
    assert front_door(root, "--deck", str(deck)).returncode == 0
    assert front_door(root, "--deck", str(deck)).stdout.startswith("nothing changed: 9 slides, 2 snippets")
    theme = deck / "slides" / "theme"
    theme.mkdir()
    try:
        for path in (root / "slides" / "theme").iterdir():
            text = path.read_text("utf-8").replace("--deep: #00497a", "--deep: #123456")
            (theme / path.name).write_text(text, "utf-8")
        done = front_door(root, "--deck", str(deck), "--formats", "html", "--out", str(tmp_path))
        assert done.returncode == 0, done.stderr
        assert "#123456" in (tmp_path / "deck.html").read_text("utf-8")
    finally:
        for path in theme.iterdir():
            path.unlink()
        theme.rmdir()


def test_its_tests_run_its_snippet_and_go_red_when_it_breaks(root, deck):
    assert front_door(root, "test", "--deck", str(deck), "--numprocesses=0").returncode == 0
    snippet = deck / "snippets" / "reta.py"
    good = snippet.read_text("utf-8")
    snippet.write_text(good.replace("inclinacao, altura =", "altura, inclinacao ="), "utf-8")
    try:
        done = front_door(root, "test", "--deck", str(deck), "--numprocesses=0")
        assert done.returncode == 1
        assert "test_o_ajuste_encontra_a_reta" in done.stdout
    finally:
        snippet.write_text(good, "utf-8")


def test_a_folder_with_something_in_it_is_left_alone(root, tmp_path):
    (tmp_path / "meu.txt").write_text("meu", "utf-8")
    done = front_door(root, "new", str(tmp_path))
    assert done.returncode == 2
    assert done.stderr == f"build.py: {tmp_path} is not empty; name another folder\n"
    assert [path.name for path in tmp_path.iterdir()] == ["meu.txt"]


def test_an_empty_folder_is_used(tmp_path):
    new(Namespace(path=tmp_path))
    assert (tmp_path / ".gitignore").is_file() and (tmp_path / "slides" / "palavras.txt").is_file()


def test_a_folder_that_is_no_deck_is_wrong_usage(root, tmp_path):
    done = front_door(root, "--deck", str(tmp_path))
    assert done.returncode == 2
    assert f"{tmp_path} has no folder slides; begin a deck with build.py new {tmp_path}" in done.stderr
