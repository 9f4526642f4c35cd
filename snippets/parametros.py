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
por_camada = {
    camada.name: camada.count_params() for camada in model.layers
}
total = model.count_params()

# %% desenho
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(10.2, 3.6))
ax.set(xlim=(-0.7, 4.9), ylim=(-1.75, 1.6))
ax.set_axis_off()
tamanhos, cores = [3, 2, 1], ["C4", "C0", "C1"]
alturas = [[(n - 1) / 2 - i for i in range(n)] for n in tamanhos]
for coluna in range(2):
    cor = cores[coluna + 1]
    for antes in alturas[coluna]:
        for depois in alturas[coluna + 1]:
            x = [1.3 * coluna, 1.3 * coluna + 1.3]
            ax.plot(x, [antes, depois], color=cor, linestyle="-")
for coluna, (altura, cor) in enumerate(
    zip(alturas, cores, strict=True)
):
    x = [1.3 * coluna] * len(altura)
    ax.scatter(
        x, altura, s=1300, color="white", edgecolor=cor, lw=3, zorder=2
    )
    if coluna:
        for y in altura:
            ax.text(
                x[0],
                y,
                "+1",
                ha="center",
                va="center",
                color=cor,
                weight=600,
            )
linhas = [
    (
        1.1,
        "C0",
        "camada oculta",
        "3 × 2 pesos + 2 vieses",
        por_camada["oculta"],
    ),
    (
        0.1,
        "C1",
        "camada de saída",
        "2 × 1 pesos + 1 viés",
        por_camada["saida"],
    ),
    (-0.9, "C4", "total", "todos são aprendidos", total),
]
for y, cor, titulo, conta, resultado in linhas:
    ax.text(3.15, y, titulo, color=cor, weight=600, fontsize=16)
    ax.text(3.15, y - 0.32, conta, fontsize=15)
    ax.text(
        4.85,
        y - 0.16,
        resultado,
        color=cor,
        weight=600,
        fontsize=24,
        ha="right",
    )
