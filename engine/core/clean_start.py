"""Start Python again without what the shell says about it, which would reach this project's own imports and results.

Import it before anything else: a module of the user on ``PYTHONPATH`` may have the name of one of the library. Only
``os`` and ``sys`` are loaded before.
"""

import os
import sys

# What changes neither what is imported nor what a program does.
_HARMLESS = {"PYTHONDONTWRITEBYTECODE", "PYTHONIOENCODING", "PYTHONPYCACHEPREFIX", "PYTHONUNBUFFERED", "PYTHONUTF8"}


def clean_start() -> None:
    """Replace this process by the same command in a clean environment, if the shell has set anything else."""
    clean = {name: text for name, text in os.environ.items() if not name.startswith("PYTHON") or name in _HARMLESS}
    if len(clean) == len(os.environ) and not sys.flags.optimize and not sys.warnoptions:
        return
    if os.name == "nt":  # execve on Windows returns to the shell before the program ends
        raise SystemExit(os.spawnve(os.P_WAIT, sys.executable, [sys.executable, *sys.argv], clean))
    os.execve(sys.executable, [sys.executable, *sys.argv], clean)
