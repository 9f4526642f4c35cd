import os
import re
import subprocess
import sys
from importlib import metadata

import pytest

from engine.core import install, paths
from engine.core.problems import SetupError


@pytest.fixture
def place(tmp_path, monkeypatch):
    """An empty project: locks, and nothing installed."""
    for name, path in (("ROOT", ""), ("VENV", ".venv"), ("NODE_MODULES", "node_modules")):
        monkeypatch.setattr(paths, name, tmp_path / path)
    for name, text in (("PYTHON_LOCK", "uv==1 \\\n    --hash=sha256:0\nzoo==1\n"), ("NODE_LOCK", "{}")):
        path = tmp_path / name
        path.write_text(text)
        monkeypatch.setattr(paths, name, path)
    return tmp_path


@pytest.fixture
def steps(place, monkeypatch):
    """The steps that the set-up takes, noted instead of done; each leaves what it would leave."""
    taken = []

    def run(what, command, env=None):
        name = what.split(",")[0].split(" (")[0]
        taken.append((name, [str(part) for part in command], env))
        if name == "virtual environment":
            paths.executable("python").parent.mkdir(parents=True, exist_ok=True)
            version = f"{sys.version_info.major}.{sys.version_info.minor}"
            (place / ".venv" / "pyvenv.cfg").write_text(f"version = {version}.0\n")
        if name == "Node.js packages":
            (place / "node_modules").mkdir(exist_ok=True)
        brings = {"virtual environment": "python", "uv": "uv", "Python packages": "npm"}
        if name in brings:
            paths.executable(brings[name]).touch()

    monkeypatch.setattr(install, "_run", run)
    monkeypatch.setattr(install, "reexec_in_venv", lambda: taken.append(("start again", [], None)))
    return taken


def names(steps):
    return [name for name, *_ in steps]


ALL = ["virtual environment", "uv", "Python packages", "Node.js packages", "start again"]


def test_a_bare_machine_gets_everything_and_a_second_call_nothing(steps):
    install.ensure_installed()
    assert names(steps) == ALL
    steps.clear()
    install.ensure_installed()
    assert names(steps) == ["start again"]


@pytest.mark.parametrize(("lock", "step"), [("PYTHON_LOCK", "Python packages"), ("NODE_LOCK", "Node.js packages")])
def test_a_changed_lock_installs_the_difference_only(steps, place, lock, step):
    install.ensure_installed()
    steps.clear()
    path = getattr(paths, lock)
    path.write_text(path.read_text() + "\n")
    install.ensure_installed()
    assert names(steps) == [step, "start again"]


def test_another_python_makes_the_environment_anew(steps, place):
    install.ensure_installed()
    steps.clear()
    (place / ".venv" / "pyvenv.cfg").write_text("version = 3.1.0\n")
    (place / ".venv" / "lock.sha256").write_text("that of 3.1")
    install.ensure_installed()
    assert names(steps)[0] == "virtual environment"


def test_packages_are_checked_by_hash_and_compiled_at_installation(steps, monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    install.ensure_installed()
    by_name = {name: (command, env) for name, command, env in steps}
    assert "--require-hashes" in by_name["uv"][0]
    command, env = by_name["Python packages"]
    assert {"--require-hashes", "--compile-bytecode"} <= set(command)
    assert "PYTHONDONTWRITEBYTECODE" not in env
    assert "--ignore-scripts" in by_name["Node.js packages"][0]


@pytest.mark.parametrize("version", [(3, 10, 4), (3, 14, 0)])
def test_a_python_that_is_not_supported_is_told(steps, monkeypatch, version):
    monkeypatch.setattr(install.sys, "version_info", version)
    with pytest.raises(SetupError, match=r"^Python 3\.11 to 3\.13 is needed, this is "):
        install.ensure_installed()
    assert steps == []


def test_a_lock_without_the_installer_is_told(steps, place):
    (place / "PYTHON_LOCK").write_text("zoo==1\n")
    with pytest.raises(SetupError) as caught:
        install.ensure_installed()
    assert str(caught.value) == (
        "requirements.lock does not pin uv, which installs the rest; restore the file from git"
    )


def test_a_python_without_venv_is_told_what_to_install(steps, monkeypatch):
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    with pytest.raises(SetupError) as caught:
        install.ensure_installed()
    assert str(caught.value) == (
        f"this Python has no venv module; install it (on Debian: apt install python{version}-venv)"
    )


def run_that_prints(text, code=1):
    script = f"import sys; sys.stderr.write({text!r}); sys.exit({code})"
    install._run("Python packages", [sys.executable, "-c", script])


@pytest.mark.parametrize(
    "text",
    [
        "error: Request failed\n  dns error: failed to lookup address information: Name or service not known",
        "npm error code ENOTFOUND",
        "Temporary failure in name resolution",
        "ERROR: No matching distribution found for uv==1",
    ],
)
def test_without_the_network_one_sentence_says_so(text, capfd):
    with pytest.raises(SetupError) as caught:
        run_that_prints(text)
    assert str(caught.value) == (
        "Python packages needs the network, once, and it cannot be reached; connect and run the same command again"
    )
    assert capfd.readouterr().err == "setting up: Python packages\n"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("resolving\nerror: Hash mismatch for `zoo==1`\nmore", "error: Hash mismatch for `zoo==1`"),
        ("something odd", "something odd"),
        ("", "exit code 1"),
    ],
)
def test_another_failure_gives_its_reason(text, reason):
    with pytest.raises(SetupError) as caught:
        run_that_prints(text)
    assert str(caught.value) == f"Python packages failed: {reason}"


@pytest.mark.parametrize("code", [0, 1])
def test_a_terminal_shows_how_much_has_come(root, code):
    pty = pytest.importorskip("pty")
    reader, terminal = pty.openpty()
    step = f"import sys; sys.stderr.write('12 of 300 MiB'); sys.exit({code})"
    call = f"import sys; from engine.core import install; install._run('uv', [sys.executable, '-c', {step!r}])"
    env = os.environ | {"NO_COLOR": "1"}  # Python 3.13 puts colours into a traceback
    done = subprocess.run([sys.executable, "-c", call], cwd=root, stderr=terminal, env=env)
    os.close(terminal)
    shown = os.read(reader, 9999).decode()
    os.close(reader)
    assert bool(done.returncode) == bool(code)
    assert "setting up: uv\r\n12 of 300 MiB" in shown
    assert ("SetupError: uv failed: 12 of 300 MiB" in shown) == bool(code)


def test_a_failed_installation_is_tried_again(steps, place, monkeypatch):
    run = install._run

    def fail(what, *rest):
        run(what, *rest)
        if what.startswith("Python packages"):
            raise SetupError("no network")

    monkeypatch.setattr(install, "_run", fail)
    with pytest.raises(SetupError):
        install.ensure_installed()
    steps.clear()
    monkeypatch.setattr(install, "_run", run)
    install.ensure_installed()
    assert "Python packages" in names(steps)


def test_the_front_door_needs_the_standard_library_alone(root):
    """On a bare machine nothing else is there; -S leaves out all installed packages."""
    late = {"difflib", "jinja2", "numpy", "rich", "tensorflow", "tomllib", "zipfile"}
    script = f"import build; print(*sorted({late} & set(sys.modules)))"
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(root)}
    done = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; {script}"], cwd=root, env=env, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "", "")


def test_a_group_is_installed_beside_the_rest_once_and_again_when_a_lock_changed(steps, place):
    lock = place / "requirements-zoo.lock"
    lock.write_text("zoo==1\n")
    install.ensure_installed()
    steps.clear()
    install.ensure_installed("zoo")
    (name, command, env), *_ = [step for step in steps if step[0] != "start again"]
    assert name == 'Python packages of the group "zoo"'
    assert {"--require-hashes", "--compile-bytecode", str(lock)} <= set(command)
    assert "sync" not in command  # the rest stays
    assert env["UV_NO_CONFIG"] == "1"
    steps.clear()
    install.ensure_installed("zoo")
    assert names(steps) == ["start again"]
    lock.write_text("zoo==2\n")
    install.ensure_installed("zoo")
    assert 'Python packages of the group "zoo"' in names(steps)
    steps.clear()
    paths.PYTHON_LOCK.write_text(paths.PYTHON_LOCK.read_text() + "\n")  # its sync removes what is beside it
    install.ensure_installed("zoo")
    assert 'Python packages of the group "zoo"' in names(steps)


def test_the_versions_of_the_groups_are_those_of_the_lock(root):
    def versions(path):
        return dict(re.findall(r"^([\w.-]+)==(\S+)", path.read_text("utf-8"), re.M))

    locked = versions(root / "requirements.lock")
    for path in root.glob("requirements-*.lock"):
        group = versions(path)
        assert group.keys() - locked.keys()
        assert [name for name in group if locked.get(name, group[name]) != group[name]] == []
        assert "http" not in path.read_text("utf-8")


def test_a_variant_for_processors_only_is_named_as_the_package(monkeypatch):
    found = {"tensorflow-cpu": "2.0", "keras": "3.0"}

    def version(name):
        if name not in found:
            raise metadata.PackageNotFoundError(name)
        return found[name]

    monkeypatch.setattr(metadata, "version", version)
    assert [install.installed_version(name) for name in ("keras", "tensorflow")] == ["3.0", "2.0"]
    with pytest.raises(metadata.PackageNotFoundError):
        install.installed_version("scikit-learn")
