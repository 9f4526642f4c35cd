# %% [markdown]
# # Um neurônio
# Entradas vezes pesos, mais o viés, e uma função de ativação: a conta inteira de um neurônio, com números.

# %% conta tags=["fora-do-slide"]
inputs = [2.0, 1.0, 3.0]
weights = [0.5, -1.0, 0.8]
bias = -0.4
total = sum(x * w for x, w in zip(inputs, weights, strict=True)) + bias
outputs = max(0.0, total)

# %% desenho
import matplotlib.pyplot as plt
from matplotlib.patches import Circle, FancyArrowPatch


def no(x, y, text, color, radius=0.42):
    ax.add_patch(
        Circle(
            (x, y),
            radius,
            facecolor="white",
            edgecolor=color,
            linewidth=3,
        )
    )
    ax.text(
        x,
        y - 0.02,
        text,
        ha="center",
        va="center",
        fontsize=17,
        weight=600,
    )


def arrow(start, end, color="0.45"):
    style = {
        "arrowstyle": "-|>",
        "mutation_scale": 20,
        "linewidth": 2,
        "color": color,
    }
    ax.add_patch(
        FancyArrowPatch(start, end, shrinkA=0, shrinkB=0, **style)
    )


fig, ax = plt.subplots(figsize=(10.2, 3.6))
ax.set(xlim=(-1.1, 11.1), ylim=(-0.6, 3.7), aspect="equal")
ax.set_axis_off()
for i, (x, w) in enumerate(zip(inputs, weights, strict=True)):
    height = 3.2 - 1.4 * i
    no(0, height, f"{x:.0f}", "C4")
    ax.text(
        -0.62,
        height,
        f"x{'₁₂₃'[i]}",
        ha="right",
        va="center",
        fontsize=16,
    )
    arrow((0.45, height), (4.02, 1.9 + 0.16 * (1 - i)))
    middle = height + (1.9 - height) * 0.42
    box = {"facecolor": "white", "edgecolor": "none", "pad": 2}
    ax.text(
        1.85,
        middle,
        f"w{'₁₂₃'[i]} = {w:.1f}",
        ha="center",
        va="center",
        fontsize=16,
        bbox=box,
    )
no(4.6, 1.8, f"{total:.1f}", "C0", radius=0.58)
ax.text(
    4.6,
    2.58,
    "soma ponderada",
    ha="center",
    fontsize=16,
    color="C0",
    weight=600,
)
arrow((4.6, 0.2), (4.6, 1.2))
ax.text(
    4.6,
    -0.08,
    f"viés b = {bias:.1f}",
    ha="center",
    va="top",
    fontsize=16,
)
arrow((5.2, 1.8), (7.0, 1.8))
ax.text(
    7.6,
    2.58,
    "ativação",
    ha="center",
    fontsize=16,
    color="C0",
    weight=600,
)
ax.add_patch(
    Circle(
        (7.6, 1.8), 0.58, facecolor="white", edgecolor="C0", linewidth=3
    )
)
ax.plot(
    [7.25, 7.6, 7.95],
    [1.6, 1.6, 2.08],
    color="C0",
    linestyle="-",
    linewidth=3,
)
ax.text(
    7.6, 1.02, "ReLU: max(0, z)", ha="center", va="top", fontsize=16
)
arrow((8.2, 1.8), (10.0, 1.8))
no(10.5, 1.8, f"{outputs:.1f}", "C1")
ax.text(
    10.5,
    2.58,
    "saída",
    ha="center",
    fontsize=16,
    color="C1",
    weight=600,
)
