# %% [markdown]
# # A temperatura
# Sem rede: contar que letra vem depois de cada duas, nos provérbios, e sortear a próxima com mais ou menos ousadia.

# %% parametros tags=["parameters", "fora-do-slide"] temperature=[1.0, 0.1, 0.5, 2.0, 10.0]
temperature = 1.0

# %% contar tags=["fora-do-slide"]
from collections import Counter
from pathlib import Path

import numpy as np

text = Path("data/proverbios.txt").read_text("utf-8").lower()
characters = sorted(set(text))
counts = {}
for i in range(2, len(text)):
    counts.setdefault(text[i - 2 : i], Counter())[text[i]] += 1


# %% probabilidades tags=["fora-do-slide"]
def next_letter(beginning):
    """A fatia de cada letra depois das duas últimas, com a temperatura."""
    letters, seen = zip(
        *counts[beginning[-2:]].most_common(), strict=True
    )
    logits = np.log(np.array(seen) / sum(seen)) / temperature
    exp = np.exp(logits - logits.max())
    return letters, exp / exp.sum()


# %% escrever tags=["fora-do-slide"]
beginning = "quem não "
letters, p = next_letter(beginning)
likely, likely_share, options = letters[0], float(p[0]), len(letters)
rng = np.random.default_rng(42)
written = beginning
for _ in range(60):
    following, shares = next_letter(written)
    written += following[rng.choice(len(following), p=shares)]
written = written.replace("\n", " / ")

# %% texto
print(written)

# %% grafico
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(10.2, 2.5))
ax.bar(range(len(letters)), 100 * p, color="C0")
ax.set_xticks(range(len(letters)), letters)
ax.set(ylabel="chance (%)", ylim=(0, 100), yticks=[0, 50, 100])
ax.set(xlabel="letras que já vieram depois de “quem não ”")
