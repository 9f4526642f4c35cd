# %% [markdown]
# # Sem ativação, a rede é uma reta
# A mesma rede nos mesmos dados, com três ativações: nenhuma, ReLU e tanh.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.datasets import make_moons
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

X, y = make_moons(n_samples=1000, noise=0.15, random_state=42)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.4, stratify=y, random_state=42
)
logistic = LogisticRegression().fit(X_train, y_train)
baseline = logistic.score(X_test, y_test)


# %% rede
def build_model(activation):
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(2,)),
        layers.Dense(16, activation=activation),
        layers.Dense(16, activation=activation),
        layers.Dense(1, activation="sigmoid"),
    ])
    adam = keras.optimizers.Adam(learning_rate=0.02)
    model.compile(
        optimizer=adam,
        loss="binary_crossentropy",
    )
    return model


# %% comparar tags=["fora-do-slide"]
names = {None: "nenhuma", "relu": "ReLU", "tanh": "tanh"}
models = {}
for function, name in names.items():
    models[name] = build_model(function)
    models[name].fit(X_train, y_train, epochs=25, verbose=0)
accuracies = {
    name: float(
        np.mean(
            (model.predict(X_test, verbose=0)[:, 0] > 0.5) == y_test
        )
    )
    for name, model in models.items()
}

# %% fronteiras
import matplotlib.pyplot as plt

side = np.linspace(-1.6, 2.6, 90), np.linspace(-1.2, 1.7, 70)
grid = np.stack(np.meshgrid(*side), axis=-1)
fig, axes = plt.subplots(1, 2, figsize=(3.9, 2.5))
for ax, name in zip(axes, ["nenhuma", "ReLU"], strict=True):
    p = models[name].predict(grid.reshape(-1, 2), verbose=0)
    p = p.reshape(70, 90)
    ax.contourf(
        *side, p, levels=[0, 0.5, 1], colors=["C1", "C0"], alpha=0.18
    )
    ax.contour(*side, p, levels=[0.5], colors="C4", linewidths=2.5)
    for label, color, marker in [(0, "C1", "o"), (1, "C0", "^")]:
        ax.scatter(
            *X_test[y_test == label].T, s=7, color=color, marker=marker
        )
    ax.set_title(f"{name}: {100 * accuracies[name]:.1f} %", fontsize=15)
    ax.set_axis_off()
