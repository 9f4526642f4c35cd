# %% [markdown]
# # As arquiteturas do curso
# Quatro formas de ligar neurônios, cada uma para um tipo de dado.

# %% desenho
from itertools import pairwise

import matplotlib.pyplot as plt
from matplotlib.patches import FancyArrowPatch, Rectangle


def camadas(ax, tamanhos, cores):
    alturas = [[(n - 1) / 2 - i for i in range(n)] for n in tamanhos]
    for x, (antes, depois) in enumerate(pairwise(alturas)):
        for a in antes:
            for b in depois:
                ax.plot(
                    [x, x + 1],
                    [a, b],
                    color="0.75",
                    linestyle="-",
                    linewidth=1.3,
                )
    for x, (altura, cor) in enumerate(zip(alturas, cores, strict=True)):
        ax.scatter(
            [x] * len(altura), altura, s=190, color=cor, zorder=2
        )


def seta(ax, inicio, fim, curva=0.0):
    estilo = {
        "arrowstyle": "-|>",
        "mutation_scale": 16,
        "linewidth": 2,
        "color": "0.45",
    }
    ax.add_patch(
        FancyArrowPatch(
            inicio, fim, connectionstyle=f"arc3,rad={curva}", **estilo
        )
    )


fig, eixos = plt.subplots(1, 4, figsize=(10.2, 3.4))
densa, convolucional, recorrente, autoencoder = eixos
camadas(densa, [4, 5, 5, 2], ["C4", "C0", "C0", "C1"])
densa.set_title("Densa", loc="center")

for i in range(4):
    for j in range(4):
        convolucional.add_patch(
            Rectangle(
                (0.6 * i, 0.6 * j - 1.2),
                0.6,
                0.6,
                facecolor="white",
                edgecolor="0.55",
            )
        )
convolucional.add_patch(
    Rectangle((0, 0), 1.2, 1.2, facecolor="C0", alpha=0.35)
)
convolucional.add_patch(
    Rectangle(
        (0, 0), 1.2, 1.2, facecolor="none", edgecolor="C0", linewidth=3
    )
)
seta(convolucional, (1.25, 0.6), (3.2, 0.6))
for i in range(3):
    convolucional.add_patch(
        Rectangle(
            (3.25 + 0.28 * i, -0.75 - 0.28 * i),
            1.3,
            1.3,
            facecolor="white",
            edgecolor="C1",
            linewidth=2.5,
        )
    )
convolucional.set_title("Convolucional (CNN)", loc="center")

for i in range(4):
    recorrente.scatter([i], [-1.3], s=190, color="C4", zorder=2)
    recorrente.scatter(
        [i], [0], s=420, color="C0", marker="s", zorder=2
    )
    seta(recorrente, (i, -1.1), (i, -0.25))
    if i < 3:
        seta(recorrente, (i + 0.2, 0), (i + 0.85, 0))
seta(recorrente, (3, 0.22), (3, 1.2))
recorrente.scatter([3], [1.35], s=190, color="C1", zorder=2)
recorrente.set_title("Recorrente (LSTM)", loc="center")

camadas(autoencoder, [5, 3, 2, 3, 5], ["C4", "C0", "C2", "C0", "C1"])
autoencoder.set_title("Autoencoder", loc="center")
dados = ["tabelas", "imagens", "séries, textos", "comprimir, limpar"]
for ax, centro, dado in zip(
    eixos, [1.5, 2.45, 1.5, 2], dados, strict=True
):
    ax.text(centro, -3.1, dado, ha="center", va="center", fontsize=16)
    ax.set(xlim=(centro - 2.75, centro + 2.75), ylim=(-3.4, 2.6))
    ax.set_aspect("equal")
    ax.set_axis_off()
