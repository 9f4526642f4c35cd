# %% [markdown]
# # O que a acurácia média esconde
# Um grupo raro no treino é mal servido, e a média quase não mostra.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X / 16, y, test_size=0.4, stratify=y, random_state=42
)
rng = np.random.default_rng(42)
# Em três de cada cem imagens, o fundo é claro e o traço escuro.
rare = rng.permutation(len(X_train))[: round(0.03 * len(X_train))]
X_train[rare] = 1 - X_train[rare]
rare_in_test = rng.permutation(len(X_test))[: round(0.03 * len(X_test))]
in_the_world = X_test.copy()
in_the_world[rare_in_test] = 1 - in_the_world[rare_in_test]

# %% treinar tags=["fora-do-slide"]
keras.utils.set_random_seed(42)
model = keras.Sequential([
    keras.Input(shape=(64,)),
    layers.Dense(32, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.005),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(X_train, y_train, epochs=15, verbose=0)


# %% medir tags=["fora-do-slide"]
def accuracy(images):
    return model.evaluate(images, y_test, return_dict=True, verbose=0)[
        "accuracy"
    ]


group_accuracy = {
    "todos": accuracy(in_the_world),
    "traço claro (97 %)": accuracy(X_test),
    "traço escuro (3 %)": accuracy(1 - X_test),
}

# %% figura
import matplotlib.pyplot as plt

fig, axes = plt.subplot_mosaic(
    [["claro", "barras"], ["escuro", "barras"]],
    figsize=(10.2, 3.1),
    width_ratios=[1, 5],
)
for name, image in [("claro", X_test[0]), ("escuro", 1 - X_test[0])]:
    axes[name].imshow(image.reshape(8, 8), cmap="gray", vmin=0, vmax=1)
    axes[name].set(xticks=[], yticks=[])
    axes[name].spines[:].set(visible=True, color="#cfd6df")
    axes[name].grid(visible=False)
everyone, *groups = (100 * a for a in group_accuracy.values())
bars = axes["barras"].barh([1, 0], groups, height=0.42, color="C0")
axes["barras"].bar_label(
    bars,
    [f"{a:.0f} %" for a in groups],
    padding=8,
    fontsize=20,
    weight=600,
)
for height, name in [(1.3, "traço claro"), (0.3, "traço escuro")]:
    axes["barras"].text(0.7, height, name, fontsize=16)
axes["barras"].axvline(everyone, color="C4", linestyle="--")
axes["barras"].text(
    everyone - 1,
    0.42,
    f"todos: {everyone:.0f} %",
    ha="right",
    weight=600,
    fontsize=16,
)
axes["barras"].set(xlim=(0, 108), ylim=(-0.35, 1.6), yticks=[])
axes["barras"].set(xlabel="acurácia no teste (%)")
axes["barras"].grid(visible=False)
