# %% [markdown]
# # Validação cruzada em três dobras
# Cada terço é validação uma vez; o teste fica de fora até o fim.

# %% desenho
import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

fig, ax = plt.subplots(figsize=(5.7, 4.1))
ax.set(xlim=(-0.05, 11.2), ylim=(-0.1, 4.4))
ax.set_axis_off()
folds = 3
for row in range(folds):
    y = 3.1 - 1.15 * row
    for third in range(3):
        validation = third == row
        x = 2.55 * third
        ax.add_patch(
            Rectangle(
                (x, y),
                2.45,
                0.85,
                facecolor="C1" if validation else "C0",
            )
        )
        ax.text(
            x + 1.22,
            y + 0.42,
            "validação" if validation else "treino",
            ha="center",
            va="center",
            color="white",
            weight=600,
            fontsize=15,
        )
ax.add_patch(Rectangle((8.2, 0.8), 2.6, 3.15, facecolor="C4"))
ax.text(
    9.5,
    2.37,
    "teste\n(fora até\no fim)",
    ha="center",
    va="center",
    color="white",
    weight=600,
    fontsize=15,
)
ax.text(
    3.8, 4.1, "os dados de treino, em terços", ha="center", fontsize=16
)
ax.text(
    3.8,
    0.2,
    "três notas: média e desvio",
    ha="center",
    weight=600,
    fontsize=16,
)
