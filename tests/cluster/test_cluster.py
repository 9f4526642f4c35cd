"""Snippets on a Dask cluster: a scheduler and two workers, each in processes of this machine."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.project import NUMBERS, PART

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc to find what to kill")

SLOW = """\
# %% espera
import os, time
from pathlib import Path

nada = Path({marks!r}, f"{name}-{{os.getpid()}}").write_text("") and None
time.sleep({seconds})
print("{name}", Path("data/x.txt").read_text())
"""


class Cluster:
    """A scheduler and workers, with what their processes leave in one folder."""

    def __init__(self, folder: Path, python: Path):
        self.folder, self._python = folder, python
        self.scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        self.address = self._said(self.scheduler, r"Scheduler at:\s+(tcp://\S+)")
        self.workers = [self._worker(number) for number in range(2)]
        for worker in self.workers:
            self._said(worker, r"Registered to:")

    def _worker(self, number: int) -> subprocess.Popen:
        local = self.folder / f"worker{number}"
        return self._start("worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard",
                           "--host", "127.0.0.1", "--local-directory", local)  # fmt: skip

    def _start(self, *words) -> subprocess.Popen:
        log = self.folder / f"{words[0]}-{time.monotonic_ns()}.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        env = {**os.environ, "PYTHONPATH": "", "CLUSTER_OF_TEST": str(self.folder)}
        command = [str(self._python), "-m", "dask", *map(str, words)]
        with log.open("wb") as file:
            process = subprocess.Popen(command, cwd=self.folder, env=env, stdout=file, stderr=file)
        process.log = log
        return process

    def _said(self, process: subprocess.Popen, pattern: str) -> str:
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if found := re.search(pattern, process.log.read_text("utf-8")):
                return found.group(found.re.groups)
            time.sleep(0.05)
        raise AssertionError(process.log.read_text("utf-8"))

    def processes(self) -> list[str]:
        """Return the command lines of all that its processes started and that still runs."""
        found = []
        for path in Path("/proc").glob("[0-9]*/environ"):
            try:
                if f"CLUSTER_OF_TEST={self.folder}".encode() in path.read_bytes():
                    found.append((path.parent / "cmdline").read_bytes().replace(b"\0", b" ").decode()[:80])
            except OSError:
                continue
        return found

    def stop(self) -> None:
        for process in [*self.workers, self.scheduler]:  # a worker that loses its scheduler while it ends may hang
            process.terminate()
            try:
                process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@pytest.fixture
def cluster(tmp_path, root):
    (tmp_path / "cluster").mkdir()
    cluster = Cluster(tmp_path / "cluster", root / ".venv" / "bin" / "python")
    yield cluster
    cluster.stop()


def ancestors(pid: int) -> set[int]:
    found = set()
    while pid > 1:
        found.add(pid)
        pid = int(re.search(r"^PPid:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(), re.M).group(1))
    return found


def test_the_results_are_those_of_one_machine_and_a_lost_worker_costs_its_own_snippet(project, cluster, tmp_path):
    marks = tmp_path / "marks"
    marks.mkdir()
    project.write("snippets/data/x.txt", "um dado")
    project.write("snippets/numeros.py", NUMBERS)
    part = PART
    for name, seconds in {"lento": 6, "curto": 1, "outro": 1}.items():
        head = '# %% p tags=["parameters"] n=[1, 2]\nn = 1\n\n' if name == "curto" else ""  # two runs
        project.write(f"snippets/{name}.py", head + SLOW.format(marks=str(marks), name=name, seconds=seconds))
        part += f'\n---\n\n## {name}\n\n{{{{ code("{name}", "espera") }}}}\n\n{{{{ output("{name}", "espera") }}}}\n'
    project.write("slides/00_numeros.md.j2", part)

    command = [sys.executable, "build.py", "--scheduler", cluster.address, "--formats", "html"]
    build = subprocess.Popen(command, cwd=project.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    end = time.monotonic() + 90
    while not (ran := list(marks.glob("lento-*"))) and time.monotonic() < end and build.poll() is None:
        time.sleep(0.05)
    assert ran, "".join(build.communicate())
    above = ancestors(int(ran[0].name.split("-")[1]))
    (victim,) = [worker for worker in cluster.workers if worker.pid in above]
    os.kill(victim.pid, signal.SIGKILL)
    said, wrong = build.communicate(timeout=120)
    assert build.returncode == 0, wrong
    assert "5 slides, 4 snippets (5 run, 0 kept)" in said
    times = {name: len(list(marks.glob(f"{name}-*"))) for name in ("lento", "curto", "outro")}
    assert times["lento"] == 2
    assert (times["curto"], times["outro"]) == (2, 1)

    here = project.build("--store", str(tmp_path / "here"), "--out", str(tmp_path / "out"), "--formats", "html")
    assert here.returncode == 0, here.stderr
    results = {path.name: path.read_bytes() for path in (project.root / ".cache/store/results").iterdir()}
    assert results == {path.name: path.read_bytes() for path in (tmp_path / "here/results").iterdir()}
    for name in ("deck.html", "deck.md"):
        assert (project.root / "dist" / name).read_bytes() == (tmp_path / "out" / name).read_bytes()

    cluster.stop()
    end = time.monotonic() + 20
    while cluster.processes() and time.monotonic() < end:
        time.sleep(0.1)
    assert cluster.processes() == []
    assert list(cluster.folder.glob("worker*/deck-*")) == list(
        cluster.folder.glob(f"worker{cluster.workers.index(victim)}/deck-*")
    )


def test_what_is_wrong_in_a_snippet_is_told_as_on_one_machine(project, cluster):
    project.write("snippets/errado.py", "# %% a\nx = 1 / 0\n")
    project.write("snippets/lento.py", "# %% a\nimport time\n\ntime.sleep(60)\n")
    project.write("slides/00_a.md.j2", '# A\n\n{{ code("errado", "a") }}\n\n{{ code("lento", "a") }}\n')
    done = project.build("--scheduler", cluster.address, "--timeout", "8", "--formats", "html")
    assert done.returncode == 1
    assert 'snippets/errado.py:2\n    x = 1 / 0\n    cell "a" raises ZeroDivisionError: division by zero' in done.stderr
    assert "snippets/lento.py\n    did not end within 8 s and was killed" in done.stderr


def test_a_scheduler_that_is_not_there_is_told(project):
    project.write("snippets/x.py", "# %% a\nx = 1\n")
    project.write("slides/00_a.md.j2", '# A\n\n{{ code("x", "a") }}\n')
    done = project.build("--scheduler", "tcp://127.0.0.1:9", "--formats", "html")
    assert done.returncode == 3
    assert re.fullmatch(r"build\.py: no Dask scheduler at tcp://127\.0\.0\.1:9 \(.*\); see --scheduler in the README\n",
                        done.stderr.splitlines(keepends=True)[-1])  # fmt: skip


def test_a_worker_with_other_versions_than_the_lock_is_refused():
    from engine.core.problems import SetupError
    from engine.snippets.cluster import runner

    class Cluster:
        def scheduler_info(self, **options):
            return {"workers": {"tcp://there": {}}}

        def run(self, function, packages):
            assert function is runner.versions
            assert "tensorflow" in packages
            return {"tcp://there": {**function(packages), "numpy": "1.0"}}

    with pytest.raises(SetupError, match=r"the worker tcp://there has numpy 1\.0 instead of \d"):
        runner.compare_versions(Cluster())
