"""The workflow cannot run here: what a linter and the schemas know of it is checked instead."""

import re
import subprocess
import sys

import pytest

from engine.core.install import SUPPORTED

WORKFLOW = ".github/workflows/deck.yml"


def run(root, *words):
    program = [str(root / ".venv" / "bin" / words[0])] if sys.platform != "win32" else [words[0]]
    return subprocess.run([*program, *words[1:]], cwd=root, capture_output=True, text=True)


def test_the_linter_of_workflows_finds_nothing(root):
    done = run(root, "zizmor", "--offline", "--pedantic", "--no-progress", ".github")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("schema", "file"), [("github-workflows", WORKFLOW), ("dependabot", ".github/dependabot.yml")])
def test_each_file_keeps_its_schema(root, schema, file):
    done = run(root, "check-jsonschema", "--builtin-schema", f"vendor.{schema}", file)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_action_is_pinned_by_a_commit_and_says_its_version(root):
    uses = re.findall(r"uses: (.*)", (root / WORKFLOW).read_text("utf-8"))
    assert len(uses) >= 8
    assert [use for use in uses if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)] == []


def test_only_what_publishes_may_write_and_only_from_main(root):
    text = (root / WORKFLOW).read_text("utf-8")
    jobs = dict(re.findall(r"^  (\w+):\n((?:    .*\n|\n)+)", text.split("\njobs:\n")[1], re.M))
    assert set(jobs) == {"build", "older", "publish", "notebooks"}
    assert ": write" not in jobs["build"] + jobs["older"]
    for job in ("publish", "notebooks"):
        assert "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'" in jobs[job]
        assert "needs: build" in jobs[job]


def test_the_commands_of_the_workflow_are_those_of_the_front_door(root):
    commands = re.findall(r"run: python3 (build\.py.*)", (root / WORKFLOW).read_text("utf-8"))
    assert len(commands) == 6
    for command in commands:
        verb = command.split()[1]
        if verb in ("test", "check"):
            continue
        done = subprocess.run([sys.executable, *command.split(), "--help"], cwd=root, capture_output=True, text=True)
        assert done.returncode == 0
    assert "all" in commands[0]


def test_every_supported_python_is_tried(root):
    text = (root / WORKFLOW).read_text("utf-8")
    tried = set(re.findall(r"[\"'](3\.\d+)[\"']", text))
    low, high = SUPPORTED
    assert tried == {f"3.{minor}" for minor in range(low[1], high[1] + 1)}
