# %% [markdown]
# # Uma rede: neurônios em camadas
# O desenho da menor rede deste deck: 3 entradas, 2 neurônios ocultos, 1 saída.

# %% desenho
import matplotlib.pyplot as plt

tamanhos = [3, 2, 1]
titulos = ["camada\nde entrada", "camada\noculta", "camada\nde saída"]
cores = ["C4", "C0", "C1"]

fig, ax = plt.subplots(figsize=(5.7, 4.3))
ax.set(xlim=(-0.45, 2.45), ylim=(-1.75, 1.45))
ax.set_axis_off()
alturas = [[(n - 1) / 2 - i for i in range(n)] for n in tamanhos]
for coluna in range(2):
    for antes in alturas[coluna]:
        for depois in alturas[coluna + 1]:
            ax.plot(
                [coluna, coluna + 1],
                [antes, depois],
                color="0.6",
                linestyle="-",
                linewidth=2,
            )
for coluna, (titulo, cor) in enumerate(
    zip(titulos, cores, strict=True)
):
    x = [coluna] * tamanhos[coluna]
    ax.scatter(
        x,
        alturas[coluna],
        s=2100,
        facecolor="white",
        edgecolor=cor,
        linewidth=3,
        zorder=2,
    )
    ax.text(
        coluna,
        -1.62,
        titulo,
        ha="center",
        color=cor,
        weight=600,
    )
for i, altura in enumerate(alturas[0]):
    ax.text(
        0, altura, f"x{'₁₂₃'[i]}", ha="center", va="center", fontsize=17
    )
for i, altura in enumerate(alturas[1]):
    ax.text(
        1, altura, f"h{'₁₂'[i]}", ha="center", va="center", fontsize=17
    )
ax.text(2, 0, "ŷ", ha="center", va="center", fontsize=17)
