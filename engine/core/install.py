"""Install the Python and Node.js packages that the build needs and that are missing.

Standard library only, because it runs before anything is installed. A stamp file contains the digest of the lock file
that is installed: a second call installs nothing, and the first call after a change of the lock updates the packages.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from engine.core import paths
from engine.core.files import digest
from engine.core.paths import executable, node_environ
from engine.core.problems import SetupError

SUPPORTED = ((3, 11), (3, 13))

_NETWORK = re.compile(
    r"name resolution|resolve host|dns error|getaddrinfo|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT"
    r"|[Cc]onnection|network|No matching distribution found for uv|tcp connect|timed out|error sending request",
)


def installed_version(package: str) -> str:
    """Return the version of a package, or of its variant for processors without a graphics card."""
    from importlib.metadata import PackageNotFoundError, version  # a tenth of a build with nothing to do

    try:
        return version(package)
    except PackageNotFoundError:
        return version(f"{package}-cpu")


def locked_packages() -> set[str]:
    """Return the names of the packages that ``requirements.lock`` pins."""
    return set(re.findall(r"^([\w.-]+)==", paths.PYTHON_LOCK.read_text("utf-8"), re.M))


def _run(what: str, command: list[str | Path], env: dict[str, str] | None = None) -> None:
    """Run one step of the installation; if it fails, raise `SetupError` with the reason in one sentence."""
    print(f"setting up: {what}", file=sys.stderr, flush=True)
    options: dict[str, Any] = {"cwd": paths.ROOT, "env": env, "encoding": "utf-8", "errors": "replace"}
    # In a terminal, uv shows how many bytes have come; what went wrong is read from a second try, out of sight.
    for stderr in (None, subprocess.PIPE)[not sys.stderr.isatty() :]:
        try:
            done = subprocess.run(command, stdout=subprocess.PIPE, stderr=stderr, **options)
        except OSError as error:
            raise SetupError(f"{what}: {error}") from error
        if done.returncode == 0:
            return
    output = done.stderr + done.stdout
    if _NETWORK.search(output):
        remedy = "connect and run the same command again"
        raise SetupError(f"{what} needs the network, once, and it cannot be reached; {remedy}")
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    reason = next((line for line in lines if re.match(r"(npm )?error", line, re.I)), lines[-1] if lines else "")
    raise SetupError(f"{what} failed: {reason or f'exit code {done.returncode}'}")


def _once(stamp: Path, install: Callable[[], None], *inputs: bytes | str) -> None:
    """Install what these inputs pin, unless the stamp tells that it is installed."""
    wanted = digest(*inputs)
    if not (stamp.is_file() and stamp.read_text("ascii") == wanted):
        stamp.unlink(missing_ok=True)
        install()
        stamp.write_text(wanted, "ascii")


def _python_packages(version: str) -> None:
    config, python = paths.VENV / "pyvenv.cfg", executable("python")
    same_python = config.is_file() and f"version = {version}." in config.read_text("utf-8")
    if not (same_python and python.exists()):
        try:
            import ensurepip  # noqa: F401 -- Debian packages it in python3-venv, not in python3
        except ImportError:
            remedy = f"install it (on Debian: apt install python{version}-venv)"
            raise SetupError(f"this Python has no venv module; {remedy}") from None
        _run("virtual environment", [sys.executable, "-m", "venv", "--clear", paths.VENV])
    uv = re.search(r"^uv==.*?(?=^\S)", paths.PYTHON_LOCK.read_text("utf-8") + "\nend", re.M | re.S)
    if uv is None:
        raise SetupError("requirements.lock does not pin uv, which installs the rest; restore the file from git")
    if not executable("uv").exists():
        with tempfile.TemporaryDirectory() as folder:
            alone = Path(folder) / "uv.txt"
            alone.write_text(uv.group(), "utf-8")
            _run("uv, the installer", [python, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", alone])
    _uv("Python packages (TensorFlow is large: some minutes on a slow line)", "sync", paths.PYTHON_LOCK)


def _uv(what: str, verb: str, *words: str | Path) -> None:
    # Compile the bytecode once, now: without it, every import of TensorFlow takes three times as long.
    options = ("--require-hashes", "--compile-bytecode", "--python", executable("python"))
    env = {"VIRTUAL_ENV": str(paths.VENV), "UV_LINK_MODE": "copy", "UV_NO_CONFIG": "1"}
    _run(what, [executable("uv"), "pip", verb, *options, *words], _environ_with_bytecode() | env)


def _environ_with_bytecode() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _node_packages() -> None:
    if not executable("npm").exists():
        raise SetupError("no Node.js in .venv; delete the folder .venv and run the same command again")
    # Skip install scripts: none is needed, and one of them (in a font package) sends telemetry to its vendor.
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"]
    _run("Node.js packages", [executable("npm"), "ci", *options], node_environ())


def ensure_installed(group: str | None = None) -> None:
    """Install the missing packages of the lock files, and continue in the virtual environment.

    Raise `SetupError` with one sentence when the version of Python is not supported or an installation fails.
    """
    low, high = SUPPORTED
    if not low <= sys.version_info[:2] <= high:
        raise SetupError(f"Python {low[0]}.{low[1]} to {high[0]}.{high[1]} is needed, this is {sys.version.split()[0]}")
    locked, version = paths.PYTHON_LOCK.read_bytes(), f"{sys.version_info.major}.{sys.version_info.minor}"
    if not executable("python").exists():
        (paths.VENV / "lock.sha256").unlink(missing_ok=True)
    _once(paths.VENV / "lock.sha256", partial(_python_packages, version), locked, version)
    _once(paths.NODE_MODULES / ".lock.sha256", _node_packages, paths.NODE_LOCK.read_bytes())
    if executable("python").absolute() != Path(sys.executable).absolute():
        reexec_in_venv()
    if group is not None:
        lock = paths.ROOT / f"requirements-{group}.lock"
        install = partial(_uv, f'Python packages of the group "{group}"', "install", "-r", lock)
        _once(paths.VENV / f"{group}.sha256", install, locked, lock.read_bytes())


def reexec_in_venv(*further: str) -> NoReturn:
    """Run the same command again in the virtual environment, with additional arguments."""
    env, command = _environ_with_bytecode(), [str(executable("python")), *sys.argv, *further]
    if os.name == "nt":  # execv on Windows returns to the shell before the program ends
        raise SystemExit(subprocess.run(command, env=env).returncode)
    sys.stdout.flush()
    sys.stderr.flush()
    os.execve(command[0], command, env)
