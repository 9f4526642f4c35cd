# %% [markdown]
# # A conta de uma convolução
# Um filtro de três por três desliza sobre um dígito: a cada parada, nove multiplicações e uma soma.

# %% conta tags=["fora-do-slide"]
import numpy as np
from sklearn.datasets import load_digits

imagem = load_digits().images[0]
filtro = np.array([[1, 0, -1], [1, 0, -1], [1, 0, -1]])
mapa = np.array([
    [(imagem[i : i + 3, j : j + 3] * filtro).sum() for j in range(6)]
    for i in range(6)
])
linha, coluna = 2, 1
janela = imagem[linha : linha + 3, coluna : coluna + 3]
resposta = int(mapa[linha, coluna])
soma_esquerda = int(janela[:, 0].sum())
soma_direita = int(janela[:, 2].sum())

# %% desenho
import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle


def quadro(ax, valores, titulo, **cores):
    ax.imshow(valores, **cores)
    fundo = ax.images[0].cmap(ax.images[0].norm(valores))[..., :3]
    claridade = fundo @ [0.3, 0.6, 0.1]
    for (i, j), valor in np.ndenumerate(valores):
        ax.text(
            j,
            i,
            f"{valor:.0f}".replace("-", "−"),
            ha="center",
            va="center",
            fontsize=13,
            color="black" if claridade[i, j] > 0.45 else "white",
        )
    ax.set_title(titulo, loc="center", fontsize=16)
    ax.set(xticks=[], yticks=[])
    ax.grid(False)


fig, (entrada, peso, saida) = plt.subplots(
    1, 3, figsize=(10.2, 3.8), width_ratios=[8, 4, 7]
)
quadro(entrada, imagem, "imagem, 8 × 8", cmap="gray_r", vmax=24)
quadro(peso, filtro, "filtro, 3 × 3", cmap="PuOr", vmin=-2.5, vmax=2.5)
quadro(saida, mapa, "mapa, 6 × 6", cmap="PuOr", vmin=-60, vmax=60)
for ax, canto, lado in [
    (entrada, (coluna - 0.5, linha - 0.5), 3),
    (saida, (coluna - 0.5, linha - 0.5), 1),
]:
    ax.add_patch(
        Rectangle(
            canto, lado, lado, fill=False, edgecolor="C1", linewidth=4
        )
    )
