# %% [markdown]
# # A célula que anda no tempo
# A mesma célula em todos os passos, com uma memória que segue adiante.

# %% desenho
import matplotlib.pyplot as plt
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

steps = ["ano 1", "ano 2", "ano 3", "ano 11"]
centers = [1.3, 4.4, 7.5, 12]
fig, ax = plt.subplots(figsize=(10.2, 3.6))
ax.set(xlim=(-0.7, 16.2), ylim=(-2.75, 3.05))
ax.set_aspect("equal")
ax.set_axis_off()


def arrow(start, end, color, thickness=2.2):
    ax.add_patch(
        FancyArrowPatch(
            start,
            end,
            arrowstyle="-|>",
            mutation_scale=18,
            linewidth=thickness,
            color=color,
            shrinkA=0,
            shrinkB=0,
        )
    )


for x, step in zip(centers, steps, strict=True):
    ax.add_patch(
        FancyBboxPatch(
            (x - 0.9, -0.9),
            1.8,
            1.8,
            boxstyle="round,pad=0.02,rounding_size=0.2",
            facecolor="#d3e5f2",
            edgecolor="C0",
            linewidth=2.5,
        )
    )
    ax.text(x, 0, "LSTM", ha="center", va="center", fontsize=16)
    arrow((x, -1.85), (x, -0.98), "0.35")
    ax.text(x, -2.35, step, ha="center", va="center", fontsize=15)
for before, after in [(1.3, 4.4), (4.4, 7.5), (7.5, 12)]:
    distant = after - before > 4
    for height, color, thickness in [
        (0.45, "C3", 5),
        (-0.45, "0.35", 2.2),
    ]:
        if distant:
            middle = (before + after) / 2
            ax.plot(
                [before + 0.95, middle - 0.4],
                [height, height],
                color=color,
                linestyle="-",
                linewidth=thickness,
                solid_capstyle="butt",
            )
            arrow(
                (middle + 0.4, height),
                (after - 0.95, height),
                color,
                thickness,
            )
        else:
            arrow(
                (before + 0.95, height),
                (after - 0.95, height),
                color,
                thickness,
            )
ax.text(9.75, 0, "…", ha="center", va="center", fontsize=22)
ax.text(
    2.85,
    1.35,
    "memória",
    ha="center",
    va="center",
    fontsize=16,
    color="C3",
    weight=600,
)
ax.text(2.85, -1.3, "saída", ha="center", va="center", fontsize=15)
arrow((12.95, 0), (14, 0), "0.35")
ax.text(15.1, 0, "ano 12", ha="center", va="center", fontsize=16)
for x, gate in zip(
    [4.6, 7.5, 10.4],
    ["esquecer", "guardar", "mostrar"],
    strict=True,
):
    ax.add_patch(
        FancyBboxPatch(
            (x - 1.2, 1.95),
            2.4,
            0.8,
            boxstyle="round,pad=0.02,rounding_size=0.2",
            facecolor="white",
            edgecolor="C3",
            linewidth=2.2,
        )
    )
    ax.text(x, 2.35, gate, ha="center", va="center", fontsize=15)
    ax.plot(
        [x, 7.5 + (x - 7.5) / 5],
        [1.93, 0.95],
        color="C3",
        linestyle="-",
        linewidth=2.2,
    )
