"""The decks that ``build.py bench`` measures are whole: with a few parts alone, and of any size."""

import ast
import re

import pytest

from benchmarks import project
from engine.slides.course import read_course
from engine.slides.parts import read_parts
from engine.snippets.read import read_snippets


@pytest.fixture
def bare(tmp_path, monkeypatch):
    """A folder for a deck, without the copies of the browser and the fonts."""
    monkeypatch.setattr(project, "CACHE", tmp_path / "cache")
    return tmp_path / "deck"


def check_whole(folder, parts):
    course, problems = read_course(folder)
    (read, wrong), (snippets, faults) = read_parts(folder), read_snippets(folder)
    assert [*problems, *wrong, *faults] == []
    assert course.cuts == {}
    assert len(read) == parts
    text = "\n".join(line for part in read for line in part.lines)
    assert "cut(" not in text
    scripts = {path.stem for path in (folder / "slides" / "scripts").glob("*.js")}
    assert {*re.findall(r'script\("(\w+)"', text)} <= scripts
    cells = [cell for snippet in snippets.values() for cell in snippet.cells.values()]
    assert [cell.name for cell in cells if not cell.may_stay_off_slides and f'"{cell.name}"' not in text] == []
    return snippets


@pytest.mark.parametrize("number", range(1, 12))
def test_a_part_alone_names_no_slide_that_is_not_there_and_shows_each_cell(number, bare):
    assert check_whole(project.of_parts(bare, [number]), parts=1)


def test_a_generated_deck_has_two_slides_a_snippet(bare):
    assert len(check_whole(project.of_size(bare, 5), parts=5)) == 5


def test_each_run_of_a_snippet_is_a_file_with_its_values(bare, tmp_path):
    files = project.runs_of(project.of_parts(bare, [4]), tmp_path / "runs")
    rates = {
        ast.literal_eval(files[name].read_text().split("rate = ")[1].split("\n")[0])
        for name in files
        if "dropout" in name
    }
    assert rates == {0.2, 0.5, 0.8}
    assert len(set(files.values())) == len(files)
