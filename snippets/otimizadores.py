# %% [markdown]
# # O caminho de cada otimizador
# Três otimizadores do Keras descem o mesmo vale estreito: a perda de um modelo com duas colunas muito parecidas.

# %% parametros tags=["parameters", "fora-do-slide"] learning_rate=[0.1, 0.02, 0.4]
learning_rate = 0.1

# %% vale tags=["fora-do-slide"]
import keras
import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.preprocessing import StandardScaler

data = load_diabetes(as_frame=True, scaled=False).frame
table = StandardScaler().fit_transform(data[["s1", "s2", "target"]])
X, y = table[:, :2], table[:, 2]
correlation = float(np.corrcoef(X.T)[0, 1])
best = np.linalg.lstsq(X, y, rcond=None)[0]


# %% caminho tags=["fora-do-slide"]
def path(optimizer, steps=60):
    w = keras.Variable([-1.5, -0.5])
    points = [w.numpy().copy()]
    for _ in range(steps):
        error = X @ w.numpy() - y
        gradient = 2 * X.T @ error / len(y)
        optimizer.apply([keras.ops.array(gradient)], [w])
        points.append(w.numpy().copy())
    return np.array(points)


# %% otimizadores tags=["fora-do-slide"]
SGD, Adam = keras.optimizers.SGD, keras.optimizers.Adam
optimizers = {
    "SGD": SGD(learning_rate=learning_rate),
    "momentum": SGD(learning_rate=learning_rate, momentum=0.8),
    "Adam": Adam(learning_rate=learning_rate),
}

# %% caminhos tags=["fora-do-slide"]
paths = {
    name: path(optimizer) for name, optimizer in optimizers.items()
}
distance = {
    name: float(np.linalg.norm(points[-1] - best))
    for name, points in paths.items()
}

ranking = sorted(distance, key=distance.get)
nearest, second, furthest = ranking

# %% grafico
import matplotlib.pyplot as plt

fig, axes = plt.subplots(1, 3, figsize=(10.2, 3.1), sharey=True)
w1, w2 = np.linspace(-2, 1.9, 80), np.linspace(-1.3, 1.9, 80)
grid = np.stack(np.meshgrid(w1, w2), axis=-1)
loss = np.mean((grid @ X.T - y) ** 2, axis=-1)
levels = np.quantile(loss, [0.02, 0.08, 0.18, 0.32, 0.5, 0.7, 0.9])
for ax, color, (name, points) in zip(
    axes, ["C0", "C3", "C1"], paths.items(), strict=True
):
    ax.contour(
        w1, w2, loss, levels=levels, colors="0.8", linewidths=1.2
    )
    ax.plot(*points.T, "o-", color=color, markersize=4, linewidth=1.8)
    ax.scatter(*best, marker="*", s=260, color="C2", zorder=3)
    ax.set_title(f"{name}: faltam {distance[name]:.2f}")
    ax.set(xlabel="peso w₁", xlim=(-2, 1.9), ylim=(-1.3, 1.9))
    ax.set(xticks=[-1, 0, 1], yticks=[-1, 0, 1])
    ax.text(-1.5, -0.62, "início", ha="center", va="top")
    ax.grid(False)
axes[0].text(0.5, -0.1, "mínimo", color="C2", weight=600, va="center")
axes[0].set(ylabel="peso w₂")
