# %% [markdown]
# # Uma época, em lotes
# Os exemplos são embaralhados e cortados em lotes; cada lote dá um gradiente e uma atualização dos pesos.

# %% desenho
import math

import matplotlib.pyplot as plt
from matplotlib.patches import FancyArrowPatch, Rectangle

exemplos, lote = 18, 4
lotes = math.ceil(exemplos / lote)
fig, ax = plt.subplots(figsize=(10.2, 3.3))
ax.set(xlim=(-0.4, 22.2), ylim=(-3.7, 2.2))
ax.set_axis_off()
for i in range(exemplos):
    numero = i // lote
    x = i + numero
    ax.add_patch(
        Rectangle(
            (x, 0),
            0.86,
            1,
            facecolor=f"C{numero}",
            edgecolor="white",
            alpha=0.9,
        )
    )
for numero in range(lotes):
    tamanho = min(lote, exemplos - numero * lote)
    inicio = numero * (lote + 1)
    meio = inicio + tamanho / 2 - 0.07
    ax.text(
        meio,
        1.35,
        f"lote {numero + 1}",
        ha="center",
        color=f"C{numero}",
        weight=600,
        fontsize=14,
    )
    ax.add_patch(
        FancyArrowPatch(
            (meio, -0.15),
            (meio, -1.35),
            arrowstyle="-|>",
            mutation_scale=16,
            color="0.4",
        )
    )
    ax.text(
        meio,
        -1.55,
        "gradiente,\natualização",
        ha="center",
        va="top",
        fontsize=12.5,
    )
ax.text(
    10.6,
    -3.55,
    f"uma época: {exemplos} exemplos, batch_size = {lote}, {lotes} atualizações",
    ha="center",
    weight=600,
    fontsize=14.5,
)
