# %% [markdown]
# # Grade ou sorteio
# Nove testes de dois hiperparâmetros. Na grade, cada um recebe só três valores; no sorteio, nove.

# %% sortear tags=["fora-do-slide"]
import numpy as np

rng = np.random.default_rng(7)
valores = np.array([1 / 6, 1 / 2, 5 / 6])
grade = np.array([(a, b) for a in valores for b in valores])
# Um sorteio por faixa, para o desenho não ter dois pontos colados.
sorteio = np.column_stack([
    (rng.permutation(9) + rng.uniform(0.2, 0.8, 9)) / 9
    for _ in range(2)
])
distintos = {
    "grade": len(set(grade[:, 0].round(6))),
    "sorteio": len(set(sorteio[:, 0].round(6))),
}


def acerto(taxa):
    """Um acerto inventado, que só depende da taxa de aprendizado."""
    return np.exp(-(((taxa - 0.68) / 0.16) ** 2))


# %% desenho
import matplotlib.pyplot as plt

fig, eixos = plt.subplots(
    2,
    2,
    figsize=(10.2, 3.75),
    sharex=True,
    gridspec_kw={"height_ratios": [1, 2.4]},
)
x = np.linspace(0, 1, 200)
for (cima, baixo), pontos, titulo, cor, marca in zip(
    eixos.T,
    (grade, sorteio),
    ("grade: três taxas testadas", "sorteio: nove taxas testadas"),
    ("C0", "C1"),
    ("s", "o"),
    strict=True,
):
    cima.plot(x, acerto(x), color="C2", linestyle="-")
    cima.plot(
        pontos[:, 0],
        acerto(pontos[:, 0]),
        marca,
        color=cor,
        markersize=8,
    )
    cima.set_title(titulo)
    baixo.vlines(
        pontos[:, 0],
        pontos[:, 1],
        1.1,
        color=cor,
        alpha=0.35,
        linewidth=1.2,
    )
    baixo.plot(*pontos.T, marca, color=cor, markersize=10)
    cima.set(yticks=[], ylim=(-0.1, 1.15))
    baixo.set(
        xlabel="taxa de aprendizado",
        xlim=(0, 1),
        ylim=(0, 1.1),
        xticks=[],
        yticks=[],
    )
eixos[0, 0].set_ylabel("acerto")
eixos[1, 0].set_ylabel("dropout")
