# %% [markdown]
# # A taxa de aprendizado
# O mesmo problema de um peso só, com a taxa baixa demais, boa e alta demais.

# %% descida tags=["fora-do-slide"]
import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.preprocessing import StandardScaler

data = load_diabetes(as_frame=True, scaled=False).frame
x, y = StandardScaler().fit_transform(data[["bmi", "target"]]).T


def loss(w):
    return np.mean((np.multiply.outer(w, x) - y) ** 2, axis=-1)


def descend(learning_rate, steps=12, w=-1.0):
    weights = [w]
    for _ in range(steps):
        w = w - learning_rate * np.mean(2 * (w * x - y) * x)
        weights.append(w)
    return np.array(weights)


rates = {"baixa demais": 0.01, "boa": 0.2, "alta demais": 1.03}
paths = {name: descend(rate) for name, rate in rates.items()}
initial_loss = float(loss(-1.0))
final_loss = {
    name: float(loss(weights[-1])) for name, weights in paths.items()
}

# %% grafico
import matplotlib.pyplot as plt

fig, axes = plt.subplots(1, 3, figsize=(10.2, 3.6), sharey=True)
curve = np.linspace(-3, 4.2, 120)
for ax, color, (name, weights) in zip(
    axes, ["C3", "C0", "C1"], paths.items(), strict=True
):
    ax.plot(curve, loss(curve), color="0.7", linestyle="-")
    ax.plot(weights, loss(weights), "o-", color=color)
    change = f"perda {initial_loss:.1f} → {final_loss[name]:.1f}"
    ax.set_title(f"{name}: {rates[name]:.2f}\n{change}")
    ax.set(xlabel="peso w", xlim=(-3, 4.2), ylim=(0, 12))
    ax.set(xticks=[-2, 0, 2, 4], yticks=[0, 4, 8, 12])
axes[0].set(ylabel="perda (MSE)")
