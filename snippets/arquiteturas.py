# %% [markdown]
# # As arquiteturas do curso
# Quatro formas de ligar neurônios, cada uma para um tipo de dado.

# %% desenho
from itertools import pairwise

import matplotlib.pyplot as plt
from matplotlib.patches import FancyArrowPatch, Rectangle


def layers_list(ax, sizes, colors):
    heights = [[(n - 1) / 2 - i for i in range(n)] for n in sizes]
    for x, (before, after) in enumerate(pairwise(heights)):
        for a in before:
            for b in after:
                ax.plot(
                    [x, x + 1],
                    [a, b],
                    color="0.75",
                    linestyle="-",
                    linewidth=1.3,
                )
    for x, (height, color) in enumerate(
        zip(heights, colors, strict=True)
    ):
        ax.scatter(
            [x] * len(height), height, s=190, color=color, zorder=2
        )


def arrow(ax, start, end, curve=0.0):
    style = {
        "arrowstyle": "-|>",
        "mutation_scale": 16,
        "linewidth": 2,
        "color": "0.45",
    }
    ax.add_patch(
        FancyArrowPatch(
            start, end, connectionstyle=f"arc3,rad={curve}", **style
        )
    )


fig, axes = plt.subplots(1, 4, figsize=(10.2, 3.6))
dense, convolutional, recurrent, autoencoder = axes
layers_list(dense, [4, 5, 5, 2], ["C4", "C0", "C0", "C1"])
dense.set_title("Densa", loc="center")

for i in range(4):
    for j in range(4):
        convolutional.add_patch(
            Rectangle(
                (0.6 * i, 0.6 * j - 1.2),
                0.6,
                0.6,
                facecolor="white",
                edgecolor="0.55",
            )
        )
convolutional.add_patch(
    Rectangle((0, 0), 1.2, 1.2, facecolor="C0", alpha=0.35)
)
convolutional.add_patch(
    Rectangle(
        (0, 0), 1.2, 1.2, facecolor="none", edgecolor="C0", linewidth=3
    )
)
arrow(convolutional, (1.25, 0.6), (3.2, 0.6))
for i in range(3):
    convolutional.add_patch(
        Rectangle(
            (3.25 + 0.28 * i, -0.75 - 0.28 * i),
            1.3,
            1.3,
            facecolor="white",
            edgecolor="C1",
            linewidth=2.5,
        )
    )
convolutional.set_title("Convolucional (CNN)", loc="center")

for i in range(4):
    recurrent.scatter([i], [-1.3], s=190, color="C4", zorder=2)
    recurrent.scatter([i], [0], s=420, color="C0", marker="s", zorder=2)
    arrow(recurrent, (i, -1.1), (i, -0.25))
    if i < 3:
        arrow(recurrent, (i + 0.2, 0), (i + 0.85, 0))
arrow(recurrent, (3, 0.22), (3, 1.2))
recurrent.scatter([3], [1.35], s=190, color="C1", zorder=2)
recurrent.set_title("Recorrente (LSTM)", loc="center")

layers_list(
    autoencoder, [5, 3, 2, 3, 5], ["C4", "C0", "C2", "C0", "C1"]
)
autoencoder.set_title("Autoencoder", loc="center")
data = ["tabelas", "imagens", "séries", "comprimir, limpar"]
for ax, center, kind in zip(
    axes, [1.5, 2.55, 1.5, 2], data, strict=True
):
    ax.text(center, -2.95, kind, ha="center", va="center", fontsize=17)
    ax.set(xlim=(center - 2.6, center + 2.6), ylim=(-3.3, 2.4))
    ax.set_aspect("equal")
    ax.set_axis_off()
