# %% [markdown]
# # A conta de uma convolução
# Um filtro de três por três desliza sobre um dígito: a cada parada, nove multiplicações e uma soma.

# %% parametros tags=["parameters", "fora-do-slide"] kind=["vertical", "horizontal", "diagonal", "cópia", "soma"]
kind = "vertical"

# %% conta tags=["fora-do-slide"]
import numpy as np
from sklearn.datasets import load_digits

image = load_digits().images[0]
kernels = {
    "vertical": [[1, 0, -1], [1, 0, -1], [1, 0, -1]],
    "horizontal": [[1, 1, 1], [0, 0, 0], [-1, -1, -1]],
    "diagonal": [[0, 1, 1], [-1, 0, 1], [-1, -1, 0]],
    "cópia": [[0, 0, 0], [0, 1, 0], [0, 0, 0]],
    "soma": [[1, 1, 1], [1, 1, 1], [1, 1, 1]],
}
effects = {
    "vertical": "acha bordas verticais",
    "horizontal": "acha bordas horizontais",
    "diagonal": "acha bordas na diagonal",
    "cópia": "só copia o pixel do meio",
    "soma": "soma os vizinhos, e borra",
}
kernel, effect = np.array(kernels[kind]), effects[kind]
feature_map = np.array([
    [(image[i : i + 3, j : j + 3] * kernel).sum() for j in range(6)]
    for i in range(6)
])
row, column = 2, 1
window = image[row : row + 3, column : column + 3]
answer = int(feature_map[row, column])
plus_sum = int(window[kernel == 1].sum())
minus_sum = int(window[kernel == -1].sum())

# %% desenho
import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle


def frame(ax, values, title, **colors):
    ax.imshow(values, **colors)
    background = ax.images[0].cmap(ax.images[0].norm(values))[..., :3]
    brightness = background @ [0.3, 0.6, 0.1]
    for (i, j), value in np.ndenumerate(values):
        ax.text(
            j,
            i,
            f"{value:.0f}".replace("-", "−"),
            ha="center",
            va="center",
            fontsize=14,
            color="black" if brightness[i, j] > 0.45 else "white",
        )
    ax.set_title(title, loc="center", fontsize=16)
    ax.set(xticks=[], yticks=[])
    ax.spines[:].set(visible=True, color="#cfd6df")
    ax.grid(False)


fig, (inputs, weight, outputs) = plt.subplots(
    1, 3, figsize=(10.2, 3), width_ratios=[8, 4, 7]
)
frame(inputs, image, "imagem, 8 × 8", cmap="gray_r", vmax=24)
frame(weight, kernel, "filtro, 3 × 3", cmap="PuOr", vmin=-2.5, vmax=2.5)
limit = max(60, abs(feature_map).max())
title = "mapa, 6 × 6"
frame(outputs, feature_map, title, cmap="PuOr", vmin=-limit, vmax=limit)
for ax, corner, side in [
    (inputs, (column - 0.5, row - 0.5), 3),
    (outputs, (column - 0.5, row - 0.5), 1),
]:
    ax.add_patch(
        Rectangle(
            corner, side, side, fill=False, edgecolor="C0", linewidth=5
        )
    )
