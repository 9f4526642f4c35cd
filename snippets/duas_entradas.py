# %% [markdown]
# # A API funcional: duas entradas
# A metade de cima e a metade de baixo de um dígito entram por portas diferentes e se juntam no meio da rede.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X / 16, y, test_size=0.3, stratify=y, random_state=42
)
keras.utils.set_random_seed(42)

# %% rede
top = keras.Input(shape=(32,), name="top")
bottom = keras.Input(shape=(32,), name="bottom")
a = layers.Dense(16, activation="relu")(top)
b = layers.Dense(16, activation="relu")(bottom)
both = layers.Concatenate()([a, b])
output = layers.Dense(10, activation="softmax")(both)
model = keras.Model([top, bottom], output)


# %% compilar tags=["fora-do-slide"]
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.01),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)

# %% treinar
top_half, bottom_half = np.hsplit(X_train, 2)
parts = {"top": top_half, "bottom": bottom_half}
model.fit(parts, y_train, epochs=15, verbose=0)

# %% comparar tags=["fora-do-slide"]
import pandas as pd


def half_accuracy(part):
    keras.utils.set_random_seed(42)
    network = keras.Sequential([
        keras.Input(shape=(32,)),
        layers.Dense(32, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ])
    network.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.01),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    network.fit(X_train[:, part], y_train, epochs=15, verbose=0)
    return network.evaluate(
        X_test[:, part], y_test, return_dict=True, verbose=0
    )["accuracy"]


test_parts = dict(zip(parts, np.hsplit(X_test, 2), strict=True))
result = model.evaluate(test_parts, y_test, return_dict=True, verbose=0)
accuracy = {
    "as duas": result["accuracy"],
    "só a de cima": half_accuracy(slice(32)),
    "só a de baixo": half_accuracy(slice(32, None)),
}

# %% nomes tags=["fora-do-slide"]
input_names = [tensor.name for tensor in model.inputs]

# %% tabela tags=["fora-do-slide"]
pd.DataFrame({
    "entrada": accuracy.keys(),
    "acurácia (%)": [100 * a for a in accuracy.values()],
})

# %% desenho
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(3.7, 2.7))
ax.set(xlim=(-1.02, 1.02), ylim=(-0.3, 4.5))
ax.set_axis_off()


def box(x, y, text, color):
    frame = {"boxstyle": "round,pad=0.5", "fc": "white"}
    frame |= {"ec": color, "lw": 2.5}
    ax.text(
        x, y, text, ha="center", va="center", fontsize=13, bbox=frame
    )


arrow = {"arrowstyle": "-|>", "color": "0.45", "lw": 2}
for x, name in [(-0.55, "top"), (0.55, "bottom")]:
    for end, start in [
        ((x, 3.2), (x, 3.95)),
        ((x / 3, 2.05), (x, 2.75)),
    ]:
        ax.annotate("", end, start, arrowprops=arrow)
    box(x, 4.2, f"{name}: 32", "C4")
    box(x, 2.95, "Dense: 16", "C0")
ax.annotate("", (0, 0.55), (0, 1.4), arrowprops=arrow)
box(0, 1.7, "Concatenate: 32", "C0")
box(0, 0.25, "Dense: 10, softmax", "C1")
