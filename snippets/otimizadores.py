# %% [markdown]
# # O caminho de cada otimizador
# Três otimizadores do Keras descem o mesmo vale estreito: a perda de um modelo com duas colunas muito parecidas.

# %% vale tags=["fora-do-slide"]
import keras
import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.preprocessing import StandardScaler

dados = load_diabetes(as_frame=True, scaled=False).frame
tabela = StandardScaler().fit_transform(dados[["s1", "s2", "target"]])
X, y = tabela[:, :2], tabela[:, 2]
correlacao = float(np.corrcoef(X.T)[0, 1])
melhor = np.linalg.lstsq(X, y, rcond=None)[0]


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
    "SGD": SGD(learning_rate=0.1),
    "momentum": SGD(learning_rate=0.1, momentum=0.8),
    "Adam": Adam(learning_rate=0.1),
}

# %% caminhos tags=["fora-do-slide"]
caminhos = {
    nome: path(otimizador) for nome, otimizador in optimizers.items()
}
distancia = {
    nome: float(np.linalg.norm(pontos[-1] - melhor))
    for nome, pontos in caminhos.items()
}

# %% grafico
import matplotlib.pyplot as plt

fig, eixos = plt.subplots(1, 3, figsize=(10.2, 3.6), sharey=True)
w1, w2 = np.linspace(-2, 1.5, 80), np.linspace(-1.6, 1.4, 80)
grade = np.stack(np.meshgrid(w1, w2), axis=-1)
perda = np.mean((grade @ X.T - y) ** 2, axis=-1)
niveis = np.quantile(perda, [0.02, 0.08, 0.18, 0.32, 0.5, 0.7, 0.9])
for ax, cor, (nome, pontos) in zip(
    eixos, ["C0", "C2", "C1"], caminhos.items(), strict=True
):
    ax.contour(
        w1, w2, perda, levels=niveis, colors="0.8", linewidths=1.2
    )
    ax.plot(*pontos.T, "o-", color=cor, markersize=4, linewidth=1.8)
    ax.scatter(*melhor, marker="*", s=260, color="C4", zorder=3)
    ax.set_title(f"{nome}: a {distancia[nome]:.2f} do mínimo")
    ax.set(xlabel="peso w₁", xlim=(-2, 1.5), ylim=(-1.6, 1.4))
    ax.set(xticks=[-2, -1, 0, 1], yticks=[-1, 0, 1])
    ax.text(-1.5, -0.62, "início", ha="center", va="top")
    ax.grid(False)
eixos[0].set(ylabel="peso w₂")
