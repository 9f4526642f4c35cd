import subprocess
import sys
import tomllib

import pytest


@pytest.mark.parametrize("words", [["check"], ["format", "--check"]], ids=" ".join)
def test_ruff_finds_nothing(root, words):
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *words, "--no-cache", "."], cwd=root, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_snippet_has_a_test_of_its_own(root):
    snippets = {path.stem for path in (root / "snippets").glob("*.py")}
    tested = {path.stem.removeprefix("test_") for path in (root / "tests" / "snippets").glob("test_*.py")}
    assert snippets == tested


@pytest.mark.parametrize("lock", ["requirements.lock", "package-lock.json"])
def test_locks_name_no_registry(root, lock):
    text = (root / lock).read_text("utf-8")
    assert "resolved" not in text and "--index-url" not in text


def test_every_python_package_is_pinned_with_hashes(root):
    packages = (root / "requirements.lock").read_text("utf-8").split("\n    --hash")
    named = [line for line in (root / "requirements.lock").read_text("utf-8").splitlines() if line[:1].isalnum()]
    assert all("==" in line for line in named)
    assert len(packages) > len(named)
    wanted = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    assert len(named) > len(wanted)


def test_the_type_checker_finds_nothing(root):
    done = subprocess.run([sys.executable, "-m", "mypy"], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
