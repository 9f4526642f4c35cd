# %% [markdown]
# # CNN contra rede densa
# O mesmo número de pesos, os mesmos dígitos: quem aguenta um dígito fora do lugar?

# %% parametros tags=["parameters", "fora-do-slide"] seed=[42, 0, 1]
seed = 42

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from scipy import ndimage
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

digits = load_digits()
X, y = digits.images[..., None].astype("float32") / 16, digits.target
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.25, stratify=y, random_state=42
)
X_train, X_val, y_train, y_val = train_test_split(
    X_train, y_train, test_size=0.2, stratify=y_train, random_state=42
)


# %% modelo
def build_cnn():
    return keras.Sequential([
        keras.Input(shape=(8, 8, 1)),
        layers.Conv2D(16, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(32, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ])


# %% densa tags=["fora-do-slide"]
def build_dense():
    return keras.Sequential([
        keras.Input(shape=(8, 8, 1)),
        layers.Flatten(),
        layers.Dense(80, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ])


def train(build, images, labels, epochs):
    keras.utils.set_random_seed(seed)
    model = build()
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.005),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    model.fit(
        images,
        labels,
        epochs=epochs,
        batch_size=64,
        validation_data=(X_val, y_val),
        verbose=0,
    )
    return model


networks = {
    "CNN": train(build_cnn, X_train, y_train, 20),
    "densa": train(build_dense, X_train, y_train, 20),
}
parameters = {
    name: network.count_params() for name, network in networks.items()
}
second_convolution = networks["CNN"].layers[2].count_params()
logistic = LogisticRegression(max_iter=1000).fit(
    X_train.reshape(-1, 64), y_train
)
models = {**networks, "regressão": logistic}


# %% deslocar tags=["fora-do-slide"]
def shift(x, down, right):
    move = (0, down, right, 0)
    return ndimage.shift(x, move, order=0)


steps = [(1, 0), (-1, 0), (0, 1), (0, -1)]

# %% medir tags=["fora-do-slide"]


def accuracy(model, images):
    if model is logistic:
        return float(model.score(images.reshape(-1, 64), y_test))
    outputs = model.predict(images, batch_size=512, verbose=0)
    return float(np.mean(outputs.argmax(axis=1) == y_test))


def shifted_accuracy(model, pixels):
    return float(
        np.mean([
            accuracy(model, shift(X_test, pixels * b, pixels * d))
            for b, d in steps
        ])
    )


def rotated_accuracy(model, degrees):
    rotations = [
        ndimage.rotate(
            X_test, s * degrees, (2, 1), reshape=False, order=1
        )
        for s in (1, -1)
    ]
    return float(
        np.mean([accuracy(model, rotation) for rotation in rotations])
    )


distances, angles = [0, 1, 2], [0, 15, 30, 45, 90]
by_distance = {
    name: [shifted_accuracy(model, d) for d in distances]
    for name, model in models.items()
}
by_angle = {
    name: [rotated_accuracy(model, a) for a in angles]
    for name, model in models.items()
}
clean, aside = (
    {name: reached[d] for name, reached in by_distance.items()}
    for d in (0, 1)
)

# %% limites
import matplotlib.pyplot as plt

fig, (side, rotation) = plt.subplots(
    1, 2, figsize=(5.7, 4.1), sharey=True
)
for name, look, height in [
    ("CNN", "C0-o", 85),
    ("densa", "C1--^", 77),
    ("regressão", "C5:s", 69),
]:
    style = {"markersize": 9, "linewidth": 3}
    side.plot(
        distances, 100 * np.array(by_distance[name]), look, **style
    )
    rotation.plot(angles, 100 * np.array(by_angle[name]), look, **style)
    rotation.text(
        90, height, name, color=look[:2], weight=600, ha="right"
    )
for ax in (side, rotation):
    ax.axhline(10, color="0.4", linestyle=":", linewidth=1.8)
    ax.set(ylim=(0, 102))
rotation.text(4, 13, "sorteio", fontsize=14, color="0.3")
side.set(
    xlabel="pixels ao lado",
    ylabel="acurácia no teste (%)",
    xticks=distances,
)
rotation.set(xlabel="graus de rotação", xticks=[0, 30, 60, 90])
