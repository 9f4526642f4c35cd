# %% [markdown]
# # Dígitos reais: quatro modelos
# Os mesmos 4.000 dígitos de 28 × 28 pontos para todos. Quem acerta mais dígitos que nunca viu?

# %% parametros tags=["parameters", "fora-do-slide"] seed=[42, 0, 1]
seed = 42

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

digits = np.load("data/mnist.npz")
X = digits["imagens"][..., None].astype("float32") / 255
y = digits["rotulos"]
X_train, X_rest, y_train, y_rest = train_test_split(
    X, y, train_size=4000, stratify=y, random_state=seed
)
X_val, X_test, y_val, y_test = train_test_split(
    X_rest, y_rest, test_size=0.5, stratify=y_rest, random_state=seed
)


# %% modelo
def build_model():
    return keras.Sequential([
        keras.Input(shape=(28, 28, 1)),
        layers.Conv2D(8, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(16, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ])


# %% treinar tags=["fora-do-slide"]
def build_dense():
    return keras.Sequential([
        keras.Input(shape=(28, 28, 1)),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ])


def train(build):
    """A mesma receita para as duas redes."""
    keras.utils.set_random_seed(seed)
    model = build()
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.005),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    model.fit(X_train, y_train, epochs=8, batch_size=64, verbose=0)
    return model


model = train(build_model)
dense = train(build_dense)
flat = X_train.reshape(len(X_train), -1)
logistic = LogisticRegression(max_iter=1000).fit(flat, y_train)
forest = RandomForestClassifier(random_state=seed).fit(flat, y_train)


# %% medir tags=["fora-do-slide"]
def accuracies(images, labels):
    flat = images.reshape(len(images), -1)
    quiet = {"batch_size": 500, "return_dict": True, "verbose": 0}
    return {
        "logística": float(logistic.score(flat, labels)),
        "floresta": float(forest.score(flat, labels)),
        "densa": dense.evaluate(images, labels, **quiet)["accuracy"],
        "CNN": model.evaluate(images, labels, **quiet)["accuracy"],
    }


validation = accuracies(X_val, y_val)
test = accuracies(X_test, y_test)
parameters = {
    "densa": dense.count_params(),
    "CNN": model.count_params(),
}
# A CNN menos a melhor das outras, em pontos.
lead = 100 * (
    test["CNN"] - max(v for k, v in test.items() if k != "CNN")
)
train_count, test_count = len(X_train), len(X_test)

# %% amostra
import matplotlib.pyplot as plt

fig, axes = plt.subplots(1, 6, figsize=(5.7, 1.3))
for ax, image, label in zip(axes.flat, X_test, y_test, strict=False):
    ax.imshow(image[..., 0], cmap="gray_r", vmin=0, vmax=1)
    ax.set_title(str(label), loc="center", fontsize=14)
    ax.set_axis_off()

# %% mapas
case = int(np.flatnonzero(y_test == 4)[0])
kernels = model.layers[0].kernel.numpy()[:, :, 0, :]
feature_maps = keras.Sequential(model.layers[:1]).predict(
    X_test[[case]], verbose=0
)[0]
# Os seis filtros que mais respondem a esta imagem.
selected = np.argsort(-feature_maps.sum(axis=(0, 1)))[:6]

fig, axes = plt.subplots(2, 7, figsize=(10.2, 3.5))
axes[0, 0].set_axis_off()
axes[1, 0].imshow(X_test[case, ..., 0], cmap="gray_r")
axes[1, 0].set_title("entrada", loc="center", fontsize=15)
largest = abs(kernels).max()
for column, f in enumerate(selected, start=1):
    axes[0, column].imshow(
        kernels[..., f], cmap="PuOr", vmin=-largest, vmax=largest
    )
    axes[1, column].imshow(
        feature_maps[..., f],
        cmap="gray_r",
        vmin=0,
        vmax=feature_maps.max(),
    )
axes[0, 1].set_title("filtros", fontsize=15)
axes[1, 1].set_title("mapas", fontsize=15)
for ax in axes.ravel():
    ax.set(xticks=[], yticks=[])
    ax.grid(False)

# %% contar_erros tags=["fora-do-slide"]
probabilities = model.predict(X_test, verbose=0)
predicted = probabilities.argmax(axis=1)
error_count = int(np.sum(predicted != y_test))

# %% estranhos
from PIL import Image, ImageDraw

digit = X_test[int(np.flatnonzero((y_test == 7) & (predicted == 7))[0])]
letter = Image.new("L", (28, 28))
ImageDraw.Draw(letter).line([(6, 23), (13, 5), (20, 23)], 255, 2)
ImageDraw.Draw(letter).line([(9, 17), (17, 17)], 255, 2)
drawings = {
    "um sete": digit,
    "deslocado": np.roll(digit, 7, axis=1),
    "invertido": 1 - digit,
    "uma letra": np.array(letter)[..., None] / 255,
}
answers = model.predict(np.stack(list(drawings.values())), verbose=0)
said = dict(zip(drawings, answers.argmax(axis=1).tolist(), strict=True))
sure = dict(zip(drawings, answers.max(axis=1).tolist(), strict=True))

fig, axes = plt.subplots(1, 4, figsize=(10.2, 2.8))
for ax, (name, drawing) in zip(axes, drawings.items(), strict=True):
    ax.imshow(drawing[..., 0], cmap="gray_r", vmin=0, vmax=1)
    ax.set_title(
        f"{name}:\ndisse {said[name]}, {sure[name]:.0%}", loc="center"
    )
    ax.set(xticks=[], yticks=[])
    ax.grid(False)

# %% pagina tags=["fora-do-slide"]
import base64
import json


def packed(array):
    return base64.b64encode(array.tobytes()).decode()


shapes = json.dumps([
    [type(layer).__name__, *[w.shape for w in layer.get_weights()]]
    for layer in model.layers
])
weights = packed(
    np.concatenate([w.ravel() for w in model.get_weights()]).astype(
        "<f4"
    )
)
# De cada dígito, o primeiro do teste que a rede acerta.
first = [
    np.flatnonzero((y_test == k) & (predicted == k))[0]
    for k in range(10)
]
examples = packed((255 * X_test[first]).round().astype("uint8"))
