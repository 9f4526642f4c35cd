# %% [markdown]
# # A conta de uma convolução
# Um filtro de três por três desliza sobre um dígito: a cada parada, nove multiplicações e uma soma.

# %% conta tags=["fora-do-slide"]
import numpy as np
from sklearn.datasets import load_digits

image = load_digits().images[0]
kernel = np.array([[1, 0, -1], [1, 0, -1], [1, 0, -1]])
feature_map = np.array([
    [(image[i : i + 3, j : j + 3] * kernel).sum() for j in range(6)]
    for i in range(6)
])
row, column = 2, 1
window = image[row : row + 3, column : column + 3]
answer = int(feature_map[row, column])
left_sum = int(window[:, 0].sum())
right_sum = int(window[:, 2].sum())

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
    1, 3, figsize=(10.2, 3.6), width_ratios=[8, 4, 7]
)
frame(inputs, image, "imagem, 8 × 8", cmap="gray_r", vmax=24)
frame(weight, kernel, "filtro, 3 × 3", cmap="PuOr", vmin=-2.5, vmax=2.5)
frame(
    outputs, feature_map, "mapa, 6 × 6", cmap="PuOr", vmin=-60, vmax=60
)
for ax, corner, side in [
    (inputs, (column - 0.5, row - 0.5), 3),
    (outputs, (column - 0.5, row - 0.5), 1),
]:
    ax.add_patch(
        Rectangle(
            corner, side, side, fill=False, edgecolor="C0", linewidth=5
        )
    )
