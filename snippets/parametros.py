# %% [markdown]
# # Contar os parâmetros
# A rede 3 → 2 → 1 tem 8 + 3 = 11 números a aprender. O summary confirma a conta feita à mão.

# %% modelo tags=["fora-do-slide"]
import keras
from keras import layers

model = keras.Sequential(
    [
        keras.Input(shape=(3,)),
        layers.Dense(2, activation="relu", name="oculta"),
        layers.Dense(1, name="saida"),
    ],
    name="pequena",
)

# %% resumo
model.summary(line_length=54)

# %% contas tags=["fora-do-slide"]
per_layer = {layer.name: layer.count_params() for layer in model.layers}
total = model.count_params()

# %% desenho
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(10.2, 3.6))
ax.set(xlim=(-0.7, 4.9), ylim=(-1.75, 1.6))
ax.set_axis_off()
sizes, colors = [3, 2, 1], ["C4", "C0", "C1"]
heights = [[(n - 1) / 2 - i for i in range(n)] for n in sizes]
for column in range(2):
    color = colors[column + 1]
    for before in heights[column]:
        for after in heights[column + 1]:
            x = [1.3 * column, 1.3 * column + 1.3]
            ax.plot(x, [before, after], color=color, linestyle="-")
for column, (height, color) in enumerate(
    zip(heights, colors, strict=True)
):
    x = [1.3 * column] * len(height)
    ax.scatter(
        x,
        height,
        s=1300,
        color="white",
        edgecolor=color,
        lw=3,
        zorder=2,
    )
    if column:
        for y in height:
            ax.text(
                x[0],
                y,
                "+1",
                ha="center",
                va="center",
                color=color,
                weight=600,
            )
rows = [
    (
        1.1,
        "C0",
        "camada oculta",
        "3 × 2 pesos + 2 vieses",
        per_layer["oculta"],
    ),
    (
        0.1,
        "C1",
        "camada de saída",
        "2 × 1 pesos + 1 viés",
        per_layer["saida"],
    ),
    (-0.9, "C4", "total", "todos são aprendidos", total),
]
for y, color, title, sums, result in rows:
    ax.text(3.15, y, title, color=color, weight=600, fontsize=16)
    ax.text(3.15, y - 0.32, sums, fontsize=15)
    ax.text(
        4.85,
        y - 0.16,
        result,
        color=color,
        weight=600,
        fontsize=24,
        ha="right",
    )
