"""What the user's shell says about Python reaches neither the imports of the engine nor the snippets."""

import os
import subprocess
import sys

import pytest

# What follows the first lines of the front door.
REST = """\
names = sorted(name for name in os.environ if name.startswith("PYTHON"))
print(sys.flags.optimize, sys.warnoptions, names, sys.argv[1])
"""


@pytest.mark.parametrize("settings", [{}, {"PYTHONOPTIMIZE": "2"}, {"PYTHONWARNINGS": "error", "PYTHONPATH": "x"}])
@pytest.mark.parametrize("flags", [[], ["-O"], ["-W", "error"]])
def test_python_starts_again_without_the_settings_of_the_shell(tmp_path, root, settings, flags):
    script = tmp_path / "script.py"
    start, found, _ = (root / "build.py").read_text("utf-8").partition("\nsys.path.insert(")
    assert found
    script.write_text(f"{start}\n{REST}", "utf-8")
    env = {name: text for name, text in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [sys.executable, *flags, script, "word"],
        env=env | settings | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
    )
    assert (done.stdout, done.stderr) == ("0 [] ['PYTHONDONTWRITEBYTECODE'] word\n", "")


@pytest.mark.parametrize("settings", [{"PYTHONPATH": "."}, {"PYTHONSAFEPATH": "1"}])
def test_the_front_door_opens_whatever_modules_the_user_has(tmp_path, root, settings):
    for name in ("random", "json", "jinja2", "argparse"):
        (tmp_path / f"{name}.py").write_text("raise RuntimeError('not this one')")
    command = [sys.executable, root / "build.py", "--help"]
    done = subprocess.run(command, cwd=tmp_path, env=os.environ | settings, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
