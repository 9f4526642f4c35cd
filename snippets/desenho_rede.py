# %% [markdown]
# # Uma rede: neurônios em camadas
# O desenho da menor rede deste deck: 3 entradas, 2 neurônios ocultos, 1 saída.

# %% desenho
import matplotlib.pyplot as plt

sizes = [3, 2, 1]
titles = ["camada\nde entrada", "camada\noculta", "camada\nde saída"]
colors = ["C4", "C0", "C1"]

fig, ax = plt.subplots(figsize=(5.7, 4.1))
ax.set(xlim=(-0.45, 2.45), ylim=(-1.35, 2.0))
ax.set_axis_off()
heights = [[(n - 1) / 2 - i for i in range(n)] for n in sizes]
for column in range(2):
    for before in heights[column]:
        for after in heights[column + 1]:
            ax.plot(
                [column, column + 1],
                [before, after],
                color="0.6",
                linestyle="-",
                linewidth=2,
            )
for column, (title, color) in enumerate(
    zip(titles, colors, strict=True)
):
    x = [column] * sizes[column]
    ax.scatter(
        x,
        heights[column],
        s=2100,
        facecolor="white",
        edgecolor=color,
        linewidth=3,
        zorder=2,
    )
    ax.text(
        column,
        heights[column][0] + 0.42,
        title,
        ha="center",
        color=color,
        weight=600,
        fontsize=15,
    )
for i, height in enumerate(heights[0]):
    ax.text(
        0, height, f"x{'₁₂₃'[i]}", ha="center", va="center", fontsize=17
    )
for i, height in enumerate(heights[1]):
    ax.text(
        1, height, f"h{'₁₂'[i]}", ha="center", va="center", fontsize=17
    )
ax.text(2, 0, "ŷ", ha="center", va="center", fontsize=17)
