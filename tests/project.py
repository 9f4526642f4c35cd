"""A small project in a temporary folder: what the engine does with it can be seen, and it takes no TensorFlow."""

import shutil
import subprocess
import sys
from pathlib import Path

from engine.snippets.read import read_snippets

# What URLs, shells and globs take for something else.
FOLDER = "projeto (1) ação & cia"
DECK = """\
title = "Curso"
author = "Alguém"
description = "Um curso."
steps = ["dados", "modelo"]
"""
NUMBERS = """\
# %% [markdown]
# # Números

# %% conta
metade = 1 / 2
nomes = {"maior": 1234.5, "menor": -2}
print("metade:", metade)

# %% tabela
import pandas as pd

pd.DataFrame({"nome": ["a|b"], "valor": [0.125]})

# %% desenho
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.set_title("Erro de -0.5")
"""
PART = """\
# Números

{{ code("numeros", "conta") }}

---

## Metade

{{ output("numeros", "conta") }}

{{ table("numeros", "tabela") }}

{{ figure("numeros", "desenho", alt="Um gráfico vazio, só com o título.") }}
"""


class Project:
    """A project to write files into, with the real engine and what it needs from the real project."""

    def __init__(self, root: Path, real: Path):
        self.root, self._real = root / FOLDER, real
        self.root.mkdir()
        for name in ("build.py", "requirements.lock", "requirements-cluster.lock", "package-lock.json"):
            shutil.copy(real / name, self.root / name)
        for name in ("engine", "slides/theme"):
            shutil.copytree(real / name, self.root / name)  # with its bytecode: nothing to compile at each build
        for name in (".venv", "node_modules"):
            (self.root / name).symlink_to(real / name, target_is_directory=True)
        # What the locks alone decide and takes seconds to make: the browser of the npm package is 211 MB unpacked.
        (self.root / ".cache").mkdir()
        for name in ("chromium-*", "fonts-*", "matplotlib", "node"):
            for folder in (real / ".cache").glob(name):
                (self.root / ".cache" / folder.name).symlink_to(folder, target_is_directory=True)
        self.write("slides/deck.toml", DECK)

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def build(self, *words: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess:
        """Run the front door in it."""
        return subprocess.run(
            [sys.executable, "build.py", *words], cwd=self.root, env=env, capture_output=True, text=True
        )

    def snippets(self):
        """Read its snippets: see `read_snippets`."""
        return read_snippets(self.root)
