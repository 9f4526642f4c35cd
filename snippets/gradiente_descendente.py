# %% [markdown]
# # Descer a ladeira da perda
# Um peso só, dados reais: a cada passo, andar contra a derivada.

# %% dados tags=["fora-do-slide"]
import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.preprocessing import StandardScaler

dados = load_diabetes(as_frame=True, scaled=False).frame
x, y = StandardScaler().fit_transform(dados[["bmi", "target"]]).T

# %% passos
w, learning_rate = -1.2, 0.15
weights = [w]
for _ in range(12):
    error = w * x - y
    gradient = np.mean(2 * error * x)
    w = w - learning_rate * gradient
    weights.append(w)
print(f"peso final: {w:.2f}")

# %% minimo tags=["fora-do-slide"]
melhor_peso = float(x @ y / (x @ x))
peso_final = float(w)

# %% grafico
import matplotlib.pyplot as plt


def perda(w):
    return np.mean((np.multiply.outer(w, x) - y) ** 2, axis=-1)


fig, ax = plt.subplots(figsize=(5.2, 4.3))
curva = np.linspace(-1.4, 2.5, 100)
ax.plot(curva, perda(curva), color="0.6", linewidth=3)
ax.plot(weights, perda(weights), "o-", color="C0", markersize=9)
ax.annotate(
    "início",
    (weights[0], perda(weights[0])),
    (14, 6),
    textcoords="offset points",
    color="C0",
    weight=600,
)
ax.annotate(
    f"mínimo: w = {melhor_peso:.2f}",
    (melhor_peso, perda(melhor_peso)),
    (0, 46),
    textcoords="offset points",
    ha="center",
    arrowprops={"arrowstyle": "-", "color": "0.4"},
)
ax.set(xlabel="peso w", ylabel="perda (MSE)", ylim=(0, 4.2))
ax.set(xticks=[-1, 0, 1, 2], yticks=[0, 1, 2, 3, 4])
