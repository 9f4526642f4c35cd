# %% [markdown]
# # Quanto o lote erra o caminho
# Uma reta com dois pesos: a direção que cada lote aponta, de um mesmo lugar, contra a direção de todos os exemplos.

# %% calcular tags=["fora-do-slide"]
import numpy as np

rng = np.random.default_rng(42)
x = rng.normal(size=1000)
y = 2 * x + 1 + rng.normal(scale=1.5, size=1000)
inclinacao, vies = -0.5, 0.2


def gradiente(indices):
    """Gradiente do erro quadrático médio nos exemplos dados."""
    erro = inclinacao * x[indices] + vies - y[indices]
    return np.array([2 * np.mean(erro * x[indices]), 2 * np.mean(erro)])


verdadeiro = gradiente(np.arange(1000))
sorteados = {
    lote: np.array([
        gradiente(rng.choice(1000, lote, replace=False))
        for _ in range(40)
    ])
    for lote in (1, 32, 1000)
}


def angulo(g):
    cosseno = (
        g @ verdadeiro / np.linalg.norm(g) / np.linalg.norm(verdadeiro)
    )
    return np.degrees(np.arccos(np.clip(cosseno, -1, 1)))


desvio = {
    lote: float(np.mean([angulo(g) for g in gradientes]))
    for lote, gradientes in sorteados.items()
}

# %% grafico
import matplotlib.pyplot as plt

a, b = np.meshgrid(np.linspace(-2, 4.2, 80), np.linspace(-1.6, 3.4, 80))
perda = np.mean((a[..., None] * x + b[..., None] - y) ** 2, axis=-1)
titulos = {1: "um exemplo", 32: "lote de 32", 1000: "todos os 1000"}
fig, eixos = plt.subplots(1, 3, figsize=(10.2, 3.5), sharey=True)
for ax, (lote, gradientes) in zip(
    eixos, sorteados.items(), strict=True
):
    ax.contour(
        a, b, perda, levels=8, colors="0.75", linewidths=1, zorder=0
    )
    for g in gradientes:
        passo = -0.22 * g
        ax.annotate(
            "",
            (inclinacao + passo[0], vies + passo[1]),
            (inclinacao, vies),
            arrowprops={
                "arrowstyle": "-|>",
                "color": "C1",
                "alpha": 0.55,
                "shrinkA": 0,
                "shrinkB": 0,
            },
        )
    ax.plot(inclinacao, vies, "o", color="C0")
    ax.plot(2, 1, "*", color="C2", markersize=15)
    ax.set_title(titulos[lote])
    ax.set(xlabel="peso", xlim=(-2, 4.2), ylim=(-1.6, 3.4))
    ax.grid(False)
eixos[0].set(ylabel="viés")
