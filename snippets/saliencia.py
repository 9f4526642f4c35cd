# %% [markdown]
# # Onde a rede olhou?
# Dois mapas de cada resposta da CNN, e o teste que diz se eles falam da rede ou só do desenho.

# %% parametros tags=["parameters", "fora-do-slide"] seed=[42, 0, 1]
seed = 42

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
import tensorflow as tf
from keras import layers
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


# %% rede tags=["fora-do-slide"]
def build_model(start):
    """A CNN dos dígitos reais; a última camada dá os logits."""
    keras.utils.set_random_seed(start)
    return keras.Sequential([
        keras.Input(shape=(28, 28, 1)),
        layers.Conv2D(8, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(16, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(10),
    ])


def train(start):
    model = build_model(start)
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.005),
        loss=keras.losses.SparseCategoricalCrossentropy(
            from_logits=True
        ),
    )
    model.fit(X_train, y_train, epochs=5, batch_size=64, verbose=0)
    return model


model = train(seed)
predicted = model.predict(X_test, verbose=0).argmax(axis=1)
accuracy = float(np.mean(predicted == y_test))


# %% mapas
def look(model, images, labels):
    outputs = [model.layers[2].output, model.outputs[0]]
    inside = keras.Model(model.inputs, outputs)
    x = tf.constant(images)
    with tf.GradientTape() as tape:
        tape.watch(x)
        maps, logits = inside(x)
        chosen = tf.gather(logits, labels, batch_dims=1)
    by_pixel, by_map = tape.gradient(chosen, [x, maps])
    weights = tf.reduce_mean(by_map, axis=(1, 2), keepdims=True)
    cam = tf.reduce_sum(weights * maps, axis=-1)
    return abs(by_pixel[..., 0]), tf.nn.relu(cam)


# %% conferir tags=["fora-do-slide"]
from scipy.stats import spearmanr

images, answers = X_test[:200], predicted[:200]


def likeness(one, other):
    """A correlação média entre os mapas das mesmas imagens."""
    pairs = zip(np.array(one), np.array(other), strict=True)
    # Um mapa todo igual não tem correlação com nada.
    found = [
        spearmanr(a.ravel(), b.ravel())[0]
        for a, b in pairs
        if np.ptp(a) and np.ptp(b)
    ]
    return float(np.mean(found))


ours = look(model, images, answers)
again = look(train(seed + 100), images, answers)
untrained = build_model(seed + 200)
random_maps = look(untrained, images, answers)
names = ["saliência", "Grad-CAM"]
with_again = {
    name: likeness(a, b)
    for name, a, b in zip(names, ours, again, strict=True)
}
with_random = {
    name: likeness(a, b)
    for name, a, b in zip(names, ours, random_maps, strict=True)
}
with_drawing = {
    "treinada": likeness(ours[0], images),
    "sorteada": likeness(random_maps[0], images),
}

# %% ver
import matplotlib.pyplot as plt

right = [
    np.flatnonzero((predicted == k) & (y_test == k))[0] for k in (2, 4)
]
p = keras.activations.softmax(model.predict(X_test, verbose=0))
surest = np.argsort(-np.max(p, axis=1))
wrong = [i for i in surest if predicted[i] != y_test[i]][:4]
shown = np.array([*right, *wrong])
seen = look(model, X_test[shown], predicted[shown])


def draw(axes, saliency, cam):
    kinds = zip(axes, (saliency, cam), (28, 11), strict=True)
    for row, maps, size in kinds:
        for ax, image, values in zip(
            row, X_test[shown], np.array(maps), strict=True
        ):
            edge = 0 if size == 28 else 3
            side = (edge, 28 - edge, 28 - edge, edge)
            ax.imshow(
                image[..., 0],
                cmap="gray_r",
                vmax=1.8,
                extent=(0, 28, 28, 0),
            )
            ax.imshow(values, cmap="Purples", alpha=0.65, extent=side)
            ax.set(xticks=[], yticks=[], xlim=(0, 28), ylim=(28, 0))
            ax.spines[:].set(visible=True, color="#cfd6df")
            ax.grid(False)


fig, axes = plt.subplots(2, 6, figsize=(10.2, 3.7))
draw(axes, *seen)
for ax, i in zip(axes[0], shown, strict=True):
    truth, answer = y_test[i], predicted[i]
    title = f"é {truth}: acertou"
    if truth != answer:
        title = f"é {truth}, disse {answer}"
    ax.set_title(title, loc="center", fontsize=15)
for ax, name in zip(axes[:, 0], names, strict=True):
    ax.set_ylabel(name, fontsize=15)

# %% teste
rows = [
    (3.0, "saliência", with_again, "C0", "outra treinada"),
    (2.2, "saliência", with_random, "C1", "pesos sorteados"),
    (0.8, "Grad-CAM", with_again, "C0", "outra treinada"),
    (0.0, "Grad-CAM", with_random, "C1", "pesos sorteados"),
]
fig, ax = plt.subplots(figsize=(5.7, 3.7))
for height, kind, found, color, _ in rows:
    ax.barh(height, found[kind], color=color, height=0.7)
    number = f"{found[kind]:.2f}"
    ax.text(found[kind] + 0.02, height, number, va="center", weight=600)
for height, kind in [(3.75, "saliência"), (1.55, "Grad-CAM")]:
    ax.text(0, height, kind, va="center", weight=600, fontsize=16)
ax.set(xlim=(0, 1), ylim=(-0.5, 4.1), xlabel="correlação dos mapas")
ax.set_yticks([row[0] for row in rows], [row[-1] for row in rows])
ax.grid(axis="y", visible=False)
