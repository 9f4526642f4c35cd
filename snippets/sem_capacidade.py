# %% [markdown]
# # Quando mais dados não ajudam
# As duas luas e uma rede sem camada oculta: treino e teste se encontram cedo, abaixo do que seria possível.

# %% treinar tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.datasets import make_moons

X_test, y_test = make_moons(2000, noise=0.15, random_state=100)
sizes = [60, 250, 1000]
seeds = range(3)


def accuracies(size, seed):
    X_train, y_train = make_moons(size, noise=0.15, random_state=seed)
    keras.utils.set_random_seed(seed)
    model = keras.Sequential([
        keras.Input(shape=(2,)),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.1),
        loss="binary_crossentropy",
    )
    # Lotes na proporção do tamanho: o mesmo número de passos em todos.
    model.fit(
        X_train, y_train, epochs=15, batch_size=size // 10, verbose=0
    )
    return [
        np.mean((model.predict(X, verbose=0)[:, 0] > 0.5) == y)
        for X, y in [(X_train, y_train), (X_test, y_test)]
    ]


points = np.array([
    np.mean([accuracies(size, seed) for seed in seeds], axis=0)
    for size in sizes
])
final_training, final_test = map(float, points[-1])

# %% grafico
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(5.7, 4.1))
for values, name, color, look, gap in zip(
    100 * points.T,
    ["treino", "teste"],
    ["C0", "C4"],
    ["o-", "s:"],
    [1.5, -3],
    strict=True,
):
    ax.plot(sizes, values, look, color=color)
    last = f"{name}: {values[-1]:.0f} %"
    ax.text(
        1000,
        values[-1] + gap,
        last,
        color=color,
        weight=600,
        fontsize=16,
        ha="right",
    )
ax.set(xlabel="exemplos de treino", ylabel="acurácia (%)")
ax.set(xticks=sizes, ylim=(60, 101))
