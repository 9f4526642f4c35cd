# %% [markdown]
# # Uma época, em lotes
# Os exemplos são embaralhados e cortados em lotes; cada lote dá um gradiente e uma atualização dos pesos.

# %% desenho
import math

import matplotlib.pyplot as plt
from matplotlib.patches import FancyArrowPatch, Rectangle

examples, batch = 18, 4
batches = math.ceil(examples / batch)
fig, ax = plt.subplots(figsize=(10.2, 3.6))
ax.set(xlim=(-0.4, 22.6), ylim=(-3.75, 1.9))
ax.set_axis_off()
for i in range(examples):
    number = i // batch
    x = i + number
    ax.add_patch(
        Rectangle(
            (x, 0),
            0.86,
            1,
            facecolor="C0",
            edgecolor="white",
        )
    )
for number in range(batches):
    size = min(batch, examples - number * batch)
    start = number * (batch + 1)
    middle = start + size / 2 - 0.07
    ax.text(
        middle,
        1.35,
        f"lote {number + 1}",
        ha="center",
        color="C0",
        weight=600,
        fontsize=17,
    )
    ax.add_patch(
        FancyArrowPatch(
            (middle, -0.15),
            (middle, -1.35),
            arrowstyle="-|>",
            mutation_scale=16,
            color="0.4",
        )
    )
    ax.text(
        middle,
        -1.55,
        "gradiente,\natualização",
        ha="center",
        va="top",
        fontsize=15,
    )
ax.text(
    10.6,
    -3.55,
    f"uma época: {examples} exemplos, batch_size = {batch}, {batches} atualizações",
    ha="center",
    weight=600,
    fontsize=17,
)
