# %% [markdown]
# # Grade ou sorteio
# Nove testes de dois hiperparâmetros. Na grade, cada um recebe só três valores; no sorteio, nove.

# %% sortear tags=["fora-do-slide"]
import numpy as np

rng = np.random.default_rng(7)
values = np.array([1 / 6, 1 / 2, 5 / 6])
grid_search = np.array([(a, b) for a in values for b in values])
# Um sorteio por faixa, para o desenho não ter dois pontos colados.
random_search = np.column_stack([
    (rng.permutation(9) + rng.uniform(0.2, 0.8, 9)) / 9
    for _ in range(2)
])
distinct = {
    "grade": len(set(grid_search[:, 0].round(6))),
    "sorteio": len(set(random_search[:, 0].round(6))),
}


def accuracy(rate):
    """Uma acurácia inventada, que só depende da taxa de aprendizado."""
    return np.exp(-(((rate - 0.68) / 0.16) ** 2))


# %% desenho
import matplotlib.pyplot as plt

fig, axes = plt.subplots(
    2,
    2,
    figsize=(10.2, 3.6),
    sharex=True,
    gridspec_kw={"height_ratios": [1, 2.4]},
)
x = np.linspace(0, 1, 200)
for (upper, lower), points, title, color, marker in zip(
    axes.T,
    (grid_search, random_search),
    ("grade: três taxas testadas", "sorteio: nove taxas testadas"),
    ("C0", "C1"),
    ("s", "o"),
    strict=True,
):
    upper.plot(x, accuracy(x), color="C2", linestyle="-")
    upper.plot(
        points[:, 0],
        accuracy(points[:, 0]),
        marker,
        color=color,
        markersize=8,
    )
    upper.set_title(title)
    lower.vlines(
        points[:, 0],
        points[:, 1],
        1.1,
        color=color,
        alpha=0.35,
        linewidth=1.2,
    )
    lower.plot(*points.T, marker, color=color, markersize=10)
    upper.set(yticks=[], ylim=(-0.1, 1.15))
    lower.set(
        xlabel="taxa de aprendizado",
        xlim=(0, 1),
        ylim=(-0.08, 1.1),
        xticks=[],
        yticks=[],
    )
axes[0, 0].set_ylabel("acurácia")
axes[1, 0].set_ylabel("dropout")
