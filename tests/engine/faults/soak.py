"""Build a small deck many times with random edits, and kill random processes: run by hand, it takes half an hour.

    python -m tests.engine.faults.soak --builds 200

After each build nothing may be left running and no traceback may be told; every tenth, and at the end, the deck must
have the bytes of a clean build, and no temporary file may be left.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from argparse import Namespace
from pathlib import Path

import psutil

from build import new
from engine.core.paths import ROOT

SNIPPET = """\
# %% conta
from pathlib import Path

valor = {number} + float(Path("dados.csv").read_text())
print("valor:", valor)

# %% desenho
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.plot([0, valor], [0, 1])
"""
PART = """\
# Conta {name}

{{{{ code("{name}", "conta") }}}}

---

## Resultado {text}

{{{{ output("{name}", "conta") }}}}

{{{{ figure("{name}", "desenho", alt="Uma linha.") }}}}
"""
NAMES = ("um", "dois", "três")


class Soak:
    """A deck that is edited and built, with builds that are killed."""

    def __init__(self, folder: Path, seed: int):
        self.random = random.Random(seed)
        self.deck, self.temporary = folder / "deck (1) ação & cia", folder / "tmp"
        self.temporary.mkdir()
        new(Namespace(path=self.deck))
        for path in [*self.deck.glob("snippets/**/*.py"), *self.deck.glob("slides/*.j2")]:
            path.unlink()
        settings = self.deck / "slides" / "deck.toml"
        settings.write_text(settings.read_text("utf-8").partition("[cuts]")[0], "utf-8")
        (self.deck / "snippets" / "dados.csv").write_text("1", "utf-8")
        for name in NAMES:
            self.edit(name)

    def edit(self, name: str) -> None:
        """Give a snippet another number and its part another text."""
        number, text = self.random.randrange(100), self.random.randrange(100)
        (self.deck / "snippets" / f"{name}.py").write_text(SNIPPET.format(number=number), "utf-8")
        (self.deck / "slides" / f"0{NAMES.index(name)}_{name}.md.j2").write_text(
            PART.format(name=name, text=text), "utf-8"
        )

    def change(self) -> None:
        """Change a snippet, or the data of all."""
        if self.random.random() < 0.2:
            (self.deck / "snippets" / "dados.csv").write_text(str(self.random.randrange(9)), "utf-8")
        else:
            self.edit(self.random.choice(NAMES))

    def start(self, *words: str | Path) -> subprocess.Popen:
        """Start a build."""
        command = [
            sys.executable,
            "-X",
            "faulthandler",
            ROOT / "build.py",
            "--deck",
            self.deck,
            "--formats",
            "html,pdf",
            *words,
        ]
        env = os.environ | {"TMPDIR": str(self.temporary)}
        log = (self.temporary.parent / "log").open("w+b")
        return subprocess.Popen(command, env=env, stdout=log, stderr=log, start_new_session=True)

    def finish(self, build: subprocess.Popen) -> tuple[int, str]:
        """Wait for a build, and for all that it started; return its exit code and what it told."""
        try:
            code = build.wait(timeout=120)
        except subprocess.TimeoutExpired:
            build.send_signal(signal.SIGABRT)  # faulthandler tells where each thread is
            build.wait()
            code = None
        end = time.monotonic() + 20
        while left := [p for p in psutil.process_iter(["environ"]) if self.is_ours(p)]:
            assert time.monotonic() < end, f"left running: {left}"
            time.sleep(0.1)
        told = (self.temporary.parent / "log").read_text("utf-8", errors="replace")
        assert code is not None and "Traceback" not in told, told
        return code, told

    def is_ours(self, process: psutil.Process) -> bool:
        """Return whether a process belongs to a build of this deck."""
        environ = process.info["environ"] or {}
        return environ.get("TMPDIR", "").startswith(str(self.temporary)) and process.status() != psutil.STATUS_ZOMBIE

    def kill_one(self, build: subprocess.Popen) -> str:
        """Send a random signal to a random process of a build, after a random time."""
        time.sleep(self.random.uniform(0.1, 5))
        try:
            parent = psutil.Process(build.pid)
            process = self.random.choice([parent, *parent.children(recursive=True)])
            number = self.random.choice([signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
            name = " ".join(process.cmdline())[:60]
            process.send_signal(number)
            return f"{number.name} to {name}"
        except psutil.NoSuchProcess:
            return "ended before"

    def compare(self) -> None:
        """Build to the end, and compare with a clean build."""
        code, told = self.finish(self.start())
        assert code == 0, told
        with tempfile.TemporaryDirectory() as clean:
            code, told = self.finish(self.start("--out", Path(clean, "dist"), "--store", Path(clean, "store")))
            assert code == 0, told
            here, there = (contents(folder) for folder in (self.deck / "dist", Path(clean, "dist")))
        assert here == there, sorted(name for name in here | there if here.get(name) != there.get(name))
        assert list(self.temporary.iterdir()) == []


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of each file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--builds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        soak = Soak(Path(folder), options.seed)
        for count in range(1, options.builds + 1):
            soak.change()
            build = soak.start()
            how = soak.kill_one(build) if soak.random.random() < 0.7 else "to the end"
            print(f"{count}: {how}", end=": ", flush=True)
            code, told = soak.finish(build)
            print(f"exit {code}; {told.strip().splitlines()[-1:]}", flush=True)
            if count % 10 == 0 or count == options.builds:
                soak.compare()
    print(f"{options.builds} builds: each tenth had the bytes of a clean build, and nothing was left")


if __name__ == "__main__":
    main()
