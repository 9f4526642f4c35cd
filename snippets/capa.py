# %% [markdown]
# # A rede da capa
# Duas luas, uma rede pequena, e a fronteira que ela aprendeu. Quanto mais forte a cor, mais certa está a rede.

# %% rede tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.datasets import make_moons

X_train, y_train = make_moons(260, noise=0.17, random_state=42)

keras.utils.set_random_seed(42)
model = keras.Sequential([
    keras.Input(shape=(2,)),
    layers.Dense(16, activation="tanh"),
    layers.Dense(16, activation="tanh"),
    layers.Dense(1, activation="sigmoid"),
])
adam = keras.optimizers.Adam(learning_rate=0.02)
model.compile(
    optimizer=adam, loss="binary_crossentropy", metrics=["accuracy"]
)
model.fit(X_train, y_train, epochs=60, verbose=0)

# %% fronteira
import matplotlib.pyplot as plt

side = np.linspace(-1.6, 2.6, 90), np.linspace(-2.1, 2.625, 100)
grid = np.stack(np.meshgrid(*side), axis=-1)
p = model.predict(grid.reshape(-1, 2), verbose=0).reshape(100, 90)

fig = plt.figure(figsize=(40 / 7, 45 / 7))  # meia tela
ax = fig.add_axes((0, 0, 1, 1))
ax.set_axis_off()
ax.contourf(
    *side,
    p,
    levels=[0, 0.02, 0.2, 0.5, 0.8, 0.98, 1],
    colors=[
        "#f2b891",
        "#f7d0b6",
        "#fbe6d9",
        "#d9eaf5",
        "#b4d5ea",
        "#8abbdc",
    ],
)
ax.contour(*side, p, levels=[0.5], colors="C4", linewidths=4)
for label, color, marker in [(0, "C1", "o"), (1, "C0", "^")]:
    ax.scatter(
        *X_train[y_train == label].T, s=46, color=color, marker=marker
    )
ax.set(xlim=(-1.6, 2.6), ylim=(-2.1, 2.625))

# %% valores tags=["fora-do-slide"]
accuracy = model.evaluate(
    X_train, y_train, return_dict=True, verbose=0
)["accuracy"]
