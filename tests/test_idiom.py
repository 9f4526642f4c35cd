"""The code of all snippets keeps to one idiom, which CONTRIBUTING tells: students see every cell in the notebooks."""

import ast

import pytest

from tests.conftest import ROOT

# This file holds a syntax error on purpose, as a cell that must fail.
FILES = [path for path in sorted((ROOT / "snippets").rglob("*.py")) if path.stem != "argumento_repetido"]
TRICKS = {"predict_on_batch", "test_on_batch", "train_on_batch", "from_config"}


def calls(path):
    """Yield the name and the node of each call of a method or function in a file."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", ""), node


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_says_the_names_of_arguments_and_uses_no_tricks(path):
    for name, node in calls(path):
        assert not (name == "compile" and node.args), f"line {node.lineno}: name the arguments of compile"
        assert not (name in {"SGD", "Adam", "RMSprop"} and node.args), f"line {node.lineno}: write learning_rate="
        assert name not in TRICKS, f"line {node.lineno}: {name} is for experts; use predict, evaluate or a function"
