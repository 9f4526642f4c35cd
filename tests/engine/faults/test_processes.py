"""Processes that are killed or that kill others: nothing hangs, nothing stays, the next build works."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import pytest

from tests.engine.faults.conftest import TRACEBACK

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc, and sends signals")
WAIT = "import time\nfrom pathlib import Path\n\nPath('ON').touch()\ntime.sleep(600)\nprint('bom')"


@pytest.fixture(scope="module")
def built(new_deck):
    """A deck that was built."""
    deck = new_deck()
    assert deck.build().code == 0
    return deck


@pytest.fixture
def temporary():
    """A temporary folder of builds; its name is short enough for a socket."""
    folder = Path(tempfile.mkdtemp(prefix="deck-faults-"))
    yield folder
    shutil.rmtree(folder)


def processes_of(temporary: Path) -> list[psutil.Process]:
    """Return the processes that run for a build with this temporary folder."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.status() != "zombie" and process.environ().get("TMPDIR", "").startswith(str(temporary)):
                found.append(process)
    return found


def wait_until(happened, seconds=40) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.05)


@contextlib.contextmanager
def running(deck, temporary, code=WAIT, others=()):
    """Start a build whose snippet waits, and yield it when it does; the sources are as before afterwards."""
    on = temporary / "on"
    deck.write("snippets/bom.py", f"# %% a\n{code.replace('ON', str(on))}\n")
    for name in others:
        deck.write(f"snippets/{name}.py", f"# %% a\nprint('{name}')\n")
    process = deck.start(env={"TMPDIR": str(temporary)})
    try:
        wait_until(lambda: on.exists() or process.poll() is not None)
        on.unlink(missing_ok=True)
        yield process
    finally:
        process.kill()
        process.communicate()
        deck.write("snippets/bom.py", "# %% a\nprint('bom')\n")
        for name in others:
            (deck.root / "snippets" / f"{name}.py").unlink()


def check_nothing_left(deck, temporary, before) -> None:
    wait_until(lambda: processes_of(temporary) == [])
    assert deck.files() == before
    said = deck.command(env={"TMPDIR": str(temporary)})
    assert said.code == 0, said.text
    after = deck.files()
    assert after["deck.md"].decode() == before["deck.md"].decode(), said.text
    assert after == before, said.text
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda number: number.name)
def test_a_build_that_is_ended_says_so_and_leaves_nothing(built, temporary, number):
    before = built.files()
    with running(built, temporary) as process:
        process.send_signal(number)
        said, _ = process.communicate(timeout=60)
    assert (process.returncode, said) == (130, "build.py: interrupted; the deck is as it was\n")
    assert list(temporary.iterdir()) == []
    check_nothing_left(built, temporary, before)


@pytest.fixture
def killed(built, temporary):
    """The temporary folder after a build that was killed, and two that followed."""
    before = built.files()
    with running(built, temporary) as process:
        process.kill()
        process.wait()
        wait_until(lambda: processes_of(temporary) == [])
    assert list(temporary.iterdir()) != []
    assert built.files() == before
    for code in (f"print({time.time()})", "print('bom')"):
        built.write("snippets/bom.py", f"# %% a\n{code}\n")
        assert built.command(env={"TMPDIR": str(temporary)}).code == 0
    assert built.files() == before
    return temporary


def test_what_a_killed_build_left_the_next_one_takes_away(killed):
    assert [path.name for path in killed.iterdir() if not path.name.startswith("pymp-")] == []


def test_nor_is_the_folder_of_multiprocessing_left(killed):
    assert list(killed.iterdir()) == []


@pytest.mark.parametrize("seconds", [0.0, 0.2, 0.7])
def test_a_build_that_is_ended_while_it_starts_leaves_nothing(built, temporary, seconds):
    before = built.files()
    built.write("snippets/bom.py", f"# %% a\nprint({seconds})\n")
    try:
        process = built.start(env={"TMPDIR": str(temporary)})
        time.sleep(seconds)
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=60)
    finally:
        built.write("snippets/bom.py", "# %% a\nprint('bom')\n")
    assert process.returncode in (-signal.SIGTERM, 130), said
    assert TRACEBACK not in said
    assert process.returncode == 130 or said == ""
    check_nothing_left(built, temporary, before)


def kill(temporary, pattern):
    """Kill the processes of a build whose command matches."""
    killed = 0
    for process in processes_of(temporary):
        with contextlib.suppress(psutil.Error):
            if re.search(pattern, " ".join(process.cmdline())):
                process.kill()
                killed += 1
    return killed


# The process that dies while a snippet runs, and what the build says.
DEAD = {
    "kernels_and_parent": ("multiprocessing", r"snippets/bom\.py\n    (its process was killed|no kernel starts)"),
    "node": (r"marp\.mjs", r"slides/theme\n    Marp, making the HTML ended by itself"),
}


@pytest.mark.parametrize("name", DEAD)
def test_a_process_that_dies_is_told(built, temporary, name):
    pattern, message = DEAD[name]
    before = built.files()
    with running(built, temporary, WAIT.replace("600", "3")) as process:
        assert kill(temporary, pattern) > 0
        said, _ = process.communicate(timeout=60)
    assert process.returncode == 1, said
    assert re.search(message, said), said
    assert TRACEBACK not in said
    assert said.endswith("the deck is as it was.\n")
    check_nothing_left(built, temporary, before)


# What a snippet does to processes that are not its own.
SIBLINGS = (
    "import os, psutil, time\nwhile not os.path.exists('BEGUN'):\n    time.sleep(0.05)\n"
    "for p in psutil.Process(os.getppid()).children():\n    p.pid != os.getpid() and p.kill()\n"
)
HARM = {
    "group": "import os, signal\nos.killpg(0, signal.SIGKILL)",
    "group_ended": "import os, signal\nos.killpg(0, signal.SIGTERM)\nimport time\ntime.sleep(600)",
    "siblings": SIBLINGS + "os._exit(3)",
    "stopped": "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)",
    "descriptors": "import os\nos.closerange(3, 200)",
}


@pytest.mark.parametrize("name", HARM)
def test_a_snippet_that_kills_fails_alone(deck, temporary, tmp_path, name):
    begun = str(tmp_path / "begun")
    other = f"# %% a\nimport time\nopen({begun!r}, 'w').close()\ntime.sleep(1)\nprint('outro')\n"
    deck.write("snippets/outro.py", other)
    deck.write("slides/01_outro.md.j2", '# Outro\n\n{{ output("outro", "a") }}\n')
    deck.write("snippets/bom.py", f"# %% a\n{HARM[name].replace('BEGUN', begun)}\n")
    said = deck.command("deck", "--timeout", "6", "--jobs", "2", env={"TMPDIR": str(temporary)})
    assert said.code == 1, said.text
    assert TRACEBACK not in said.text
    problems = [text for text in said.text.split("\n\n") if re.search(r"^snippets/\w+\.py", text, re.M)]
    assert len(problems) == (2 if name == "siblings" else 1), said.text
    assert re.search(r"snippets/bom\.py(:\d+)?\n.*(was killed|did not end|KeyboardInterrupt)", problems[0], re.S)
    wait_until(lambda: processes_of(temporary) == [])
    assert list(temporary.iterdir()) == []
    deck.write("snippets/bom.py", "# %% a\nprint('bom')\n")
    assert deck.build().code == 0


def test_a_reader_that_goes_away_ends_the_build_without_a_traceback(built, temporary):
    built.write("snippets/bom.py", f"# %% a\nprint({time.time()})\n")
    command = [sys.executable, str(built._real / "build.py"), "--deck", str(built.root), "--formats", "html"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | {"TMPDIR": str(temporary)}
    ) as process:
        process.stdout.close()
        said = process.stderr.read().decode()
    built.write("snippets/bom.py", "# %% a\nprint('bom')\n")
    assert TRACEBACK not in said
    assert "BrokenPipe" not in said
    wait_until(lambda: processes_of(temporary) == [])
