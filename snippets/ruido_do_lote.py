# %% [markdown]
# # Quanto o lote erra o caminho
# Uma reta com dois pesos: a direção que cada lote aponta, de um mesmo lugar, contra a direção de todos os exemplos.

# %% parametros tags=["fora-do-slide", "parameters"] batch_size=[32, 2, 8, 128, 512] seed=[42, 0, 1, 2]
batch_size = 32
seed = 42

# %% calcular tags=["fora-do-slide"]
import numpy as np

rng = np.random.default_rng(seed)
x = rng.normal(size=1000)
y = 2 * x + 1 + rng.normal(scale=1.5, size=1000)
slope, bias = -0.5, 0.2


def gradient(indices):
    """Gradiente do erro quadrático médio nos exemplos dados."""
    error = slope * x[indices] + bias - y[indices]
    return np.array([
        2 * np.mean(error * x[indices]),
        2 * np.mean(error),
    ])


true = gradient(np.arange(1000))
drawn = {
    batch: np.array([
        gradient(rng.choice(1000, batch, replace=False))
        for _ in range(2000)
    ])
    for batch in (1, batch_size, 1000)
}


def angle(g):
    cosine = g @ true / np.linalg.norm(g) / np.linalg.norm(true)
    return np.degrees(np.arccos(np.clip(cosine, -1, 1)))


deviation = {
    batch: float(np.mean([angle(g) for g in gradients]))
    for batch, gradients in drawn.items()
}
degrees = deviation[batch_size]

# %% grafico
import matplotlib.pyplot as plt

a, b = np.meshgrid(np.linspace(-2, 4.2, 80), np.linspace(-1.6, 3.4, 80))
loss = np.mean((a[..., None] * x + b[..., None] - y) ** 2, axis=-1)
titles = {
    1: "um exemplo",
    batch_size: f"lote de {batch_size}",
    1000: "todos os 1.000",
}
fig, axes = plt.subplots(1, 3, figsize=(10.2, 3.1), sharey=True)
for ax, (batch, gradients) in zip(axes, drawn.items(), strict=True):
    ax.contour(
        a, b, loss, levels=8, colors="0.75", linewidths=1, zorder=0
    )
    for g in gradients[:40]:
        step = -0.22 * g
        ax.annotate(
            "",
            (slope + step[0], bias + step[1]),
            (slope, bias),
            arrowprops={
                "arrowstyle": "-|>",
                "color": "C1",
                "alpha": 0.55,
                "shrinkA": 0,
                "shrinkB": 0,
            },
        )
    ax.plot(slope, bias, "o", color="C0")
    ax.plot(2, 1, "*", color="C2", markersize=15)
    turned = f"desvio médio: {deviation[batch]:.0f} graus"
    ax.set_title(f"{titles[batch]}\n{turned}")
    ax.set(xlabel="peso", xlim=(-2, 4.2), ylim=(-1.6, 3.4))
    ax.set(xticks=[-1, 1, 3])
    ax.grid(False)
axes[0].set(ylabel="viés")
