import re

import pytest

from engine.snippets.read import read_snippets


@pytest.fixture(scope="module")
def markdown(dist):
    return (dist / "deck.md").read_text("utf-8")


def test_every_line_of_python_is_cut_from_a_snippet(markdown, root):
    snippets, _ = read_snippets(root)
    cells = {cell.source for snippet in snippets.values() for cell in snippet.cells.values()}
    shown = re.findall(r"^```python(?: [^\n]*)?\n(.*?)\n```$", markdown, re.M | re.S)
    assert len(shown) >= 15
    assert [code for code in shown if code not in cells] == []


def test_code_is_short_enough_to_be_read(markdown):
    for code in re.findall(r"^```python(?: [^\n]*)?\n(.*?)\n```$", markdown, re.M | re.S):
        assert len(code.splitlines()) <= 14, code


def test_every_image_that_it_links_is_there(markdown, dist):
    linked = set(re.findall(r"!\[[^\]]*\]\(([^)]+)\)", markdown))
    assert linked == {f"figures/{path.name}" for path in (dist / "figures").iterdir()}


def test_nothing_that_the_parts_say_was_left_unsaid(markdown):
    assert "{{" not in markdown and "{%" not in markdown


def test_what_the_old_deck_got_wrong_is_nowhere(markdown):
    code = "\n".join(re.findall(r"^```python(?: right=[^\n]*)?\n(.*?)\n```$", markdown, re.M | re.S))
    for wrong in ("input_shape=", "lr=", "scikit_learn", "'acc'", '"acc"', "tensorflow.keras"):
        assert wrong not in code
