# %% [markdown]
# # Largura e profundidade
# As duas luas, em redes com mais ou menos camadas ocultas, e mais ou menos neurônios em cada uma.

# %% parametros tags=["parameters", "fora-do-slide"] units=[16, 1, 2, 4] hidden_layers=[1, 3]
units = 16
hidden_layers = 1

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.datasets import make_moons

X_train, y_train = make_moons(400, noise=0.15, random_state=42)
X_val, y_val = make_moons(400, noise=0.15, random_state=7)
keras.utils.set_random_seed(42)

# %% rede
model = keras.Sequential()
model.add(keras.Input(shape=(2,)))
for _ in range(hidden_layers):
    model.add(layers.Dense(units, "tanh"))
model.add(layers.Dense(1, "sigmoid"))

# %% treinar tags=["fora-do-slide"]
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.05),
    loss="binary_crossentropy",
)
model.fit(X_train, y_train, epochs=60, batch_size=100, verbose=0)
answers = model.predict(X_val, verbose=0)[:, 0] > 0.5
accuracy = float(np.mean(answers == y_val))
parameters = model.count_params()

# %% fronteira
import matplotlib.pyplot as plt

side = np.linspace(-1.8, 2.8, 100), np.linspace(-1.3, 1.8, 80)
grid = np.stack(np.meshgrid(*side), axis=-1).reshape(-1, 2)
p = model.predict(grid, verbose=0).reshape(80, 100)
fig, ax = plt.subplots(figsize=(4.9, 3.7))
ax.contourf(
    *side, p, levels=[0, 0.5, 1], colors=["C1", "C0"], alpha=0.18
)
ax.contour(*side, p, levels=[0.5], colors="C4", linewidths=2.5)
for label, color, marker in [(0, "C1", "o"), (1, "C0", "^")]:
    points = X_val[y_val == label][:100]
    ax.scatter(*points.T, s=22, color=color, marker=marker)
ax.set(xlim=(-1.8, 2.8), ylim=(-1.3, 1.8))
ax.set_axis_off()
