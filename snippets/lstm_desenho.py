# %% [markdown]
# # A célula que anda no tempo
# A mesma célula em todos os passos, com uma memória que segue adiante.

# %% desenho
import matplotlib.pyplot as plt
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

passos = ["ano 1", "ano 2", "ano 3", "ano 11"]
centros = [1.3, 4.4, 7.5, 12]
fig, ax = plt.subplots(figsize=(10.2, 3.7))
ax.set(xlim=(-0.7, 16.2), ylim=(-2.75, 3.05))
ax.set_aspect("equal")
ax.set_axis_off()


def seta(inicio, fim, cor, espessura=2.2):
    ax.add_patch(
        FancyArrowPatch(
            inicio,
            fim,
            arrowstyle="-|>",
            mutation_scale=18,
            linewidth=espessura,
            color=cor,
            shrinkA=0,
            shrinkB=0,
        )
    )


for x, passo in zip(centros, passos, strict=True):
    ax.add_patch(
        FancyBboxPatch(
            (x - 0.9, -0.9),
            1.8,
            1.8,
            boxstyle="round,pad=0.02,rounding_size=0.2",
            facecolor="#e8f2f9",
            edgecolor="C0",
            linewidth=2.5,
        )
    )
    ax.text(x, 0, "LSTM", ha="center", va="center", fontsize=16)
    seta((x, -1.85), (x, -0.98), "0.35")
    ax.text(x, -2.35, passo, ha="center", va="center", fontsize=15)
for antes, depois in [(1.3, 4.4), (4.4, 7.5), (7.5, 12)]:
    distante = depois - antes > 4
    for altura, cor, espessura in [
        (0.45, "C1", 5),
        (-0.45, "0.35", 2.2),
    ]:
        if distante:
            meio = (antes + depois) / 2
            ax.plot(
                [antes + 0.95, meio - 0.4],
                [altura, altura],
                color=cor,
                linestyle="-",
                linewidth=espessura,
                solid_capstyle="butt",
            )
            seta(
                (meio + 0.4, altura),
                (depois - 0.95, altura),
                cor,
                espessura,
            )
        else:
            seta(
                (antes + 0.95, altura),
                (depois - 0.95, altura),
                cor,
                espessura,
            )
ax.text(9.75, 0, "…", ha="center", va="center", fontsize=22)
ax.text(
    2.85,
    1.35,
    "memória",
    ha="center",
    va="center",
    fontsize=16,
    color="C1",
    weight=600,
)
ax.text(2.85, -1.3, "saída", ha="center", va="center", fontsize=15)
seta((12.95, 0), (14, 0), "0.35")
ax.text(15.1, 0, "ano 12", ha="center", va="center", fontsize=16)
for x, porta in zip(
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
            edgecolor="C2",
            linewidth=2.2,
        )
    )
    ax.text(x, 2.35, porta, ha="center", va="center", fontsize=15)
    ax.plot(
        [x, 7.5 + (x - 7.5) / 5],
        [1.93, 0.95],
        color="C2",
        linestyle="-",
        linewidth=2.2,
    )
