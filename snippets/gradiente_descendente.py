# %% [markdown]
# # Descer a ladeira da perda
# Um peso só, dados reais: a cada passo, andar contra a derivada.

# %% parametros tags=["parameters", "fora-do-slide"] learning_rate=[0.15, 0.02, 0.5, 0.95, 1.01]
learning_rate = 0.15

# %% dados tags=["fora-do-slide"]
import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.preprocessing import StandardScaler

data = load_diabetes(as_frame=True, scaled=False).frame
x, y = StandardScaler().fit_transform(data[["bmi", "target"]]).T

# %% passos
w = -1.2
weights = [w]
for _ in range(12):
    error = w * x - y
    gradient = np.mean(2 * error * x)
    w = w - learning_rate * gradient
    weights.append(w)
print(f"peso final: {w:.2f}")

# %% minimo tags=["fora-do-slide"]
best_weight = float(x @ y / (x @ x))
final_weight = float(w)

# %% grafico
import matplotlib.pyplot as plt


def loss(w):
    return np.mean((np.multiply.outer(w, x) - y) ** 2, axis=-1)


fig, ax = plt.subplots(figsize=(4.9, 3.6))
curve = np.linspace(-1.8, 3, 100)
ax.plot(curve, loss(curve), color="0.6", linewidth=3)
ax.plot(weights, loss(weights), "o-", color="C0", markersize=9)
ax.annotate(
    "início",
    (weights[0], loss(weights[0])),
    (16, -12),
    textcoords="offset points",
    color="C0",
    weight=600,
)
ax.annotate(
    f"mínimo: w = {best_weight:.2f}",
    (best_weight, loss(best_weight)),
    (0, 46),
    textcoords="offset points",
    ha="center",
    color="C2",
    weight=600,
    arrowprops={"arrowstyle": "-", "color": "C2"},
)
ax.set(xlabel="peso w", ylabel="perda (MSE)", ylim=(0, 6))
ax.set(xticks=[-1, 0, 1, 2, 3], yticks=[0, 2, 4, 6])
