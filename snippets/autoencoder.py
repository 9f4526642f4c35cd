# %% [markdown]
# # Autoencoder: comprimir para aprender
# Uma rede que copia dígitos, passando por um gargalo no meio, comparada com a PCA de mesmo tamanho.

# %% parametros tags=["parameters", "fora-do-slide"] code_size=[8, 2, 16]
code_size = 8

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from keras.optimizers import Adam
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X = (X / 16).astype("float32")
X_train, X_test, _, y_test = train_test_split(
    X, y, test_size=0.2, stratify=y, random_state=42
)
X_train, X_val = train_test_split(
    X_train, test_size=0.25, random_state=42
)


# %% modelo
def build_model(size):
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(64,)),
        layers.Dense(128, activation="relu"),
        layers.Dense(size),
        layers.Dense(128, activation="relu"),
        layers.Dense(64, activation="sigmoid"),
    ])
    adam = Adam(learning_rate=0.01)
    model.compile(optimizer=adam, loss="mse")
    return model


# %% treinar
model = build_model(code_size)
model.fit(
    X_train,
    X_train,
    epochs=20,
    batch_size=64,
    validation_data=(X_val, X_val),
    verbose=0,
)

# %% comparar tags=["fora-do-slide"]
reconstructions = {"autoencoder": model.predict(X_test, verbose=0)}


def error(images, copies):
    return float(np.mean((images - copies) ** 2))


pca = PCA(code_size).fit(X_train)
reconstructions["PCA"] = pca.inverse_transform(pca.transform(X_test))
autoencoder_error = error(X_test, reconstructions["autoencoder"])
pca_error = error(X_test, reconstructions["PCA"])
mean = error(X_test, X_train.mean(axis=0))

# Sem camadas ocultas nem ativação, o autoencoder é linear.
keras.utils.set_random_seed(42)
linear = keras.Sequential([
    keras.Input(shape=(64,)),
    layers.Dense(code_size),
    layers.Dense(64),
])
linear.compile(optimizer=Adam(learning_rate=0.02), loss="mse")
linear.fit(X_train, X_train, epochs=20, batch_size=64, verbose=0)
linear_error = error(X_test, linear.predict(X_test, verbose=0))

# %% desenho
import matplotlib.pyplot as plt
from matplotlib.patches import FancyArrowPatch, Polygon

example = 0
encoder = keras.Sequential(model.layers[:2])
code = encoder.predict(X_test, verbose=0)[example]

fig, ax = plt.subplots(figsize=(10.2, 3.6))
ax.set(xlim=(0, 20.4), ylim=(-4.2, 2.4))
ax.set_aspect("equal")
ax.set_axis_off()
ax.grid(False)
for x, image in [
    (0.2, X_test[example]),
    (15.8, reconstructions["autoencoder"][example]),
]:
    ax.imshow(
        image.reshape(8, 8),
        cmap="gray_r",
        extent=(x, x + 4.4, -2.2, 2.2),
        vmin=0,
        vmax=1,
    )
    ax.plot(
        [x, x + 4.4, x + 4.4, x, x],
        [-2.2, -2.2, 2.2, 2.2, -2.2],
        color="0.55",
        linestyle="-",
        linewidth=1.5,
    )
for color, points in [
    ("C0", [(5.4, -2.2), (5.4, 2.2), (8.6, 1.2), (8.6, -1.2)]),
    ("C1", [(15, -2.2), (15, 2.2), (11.8, 1.2), (11.8, -1.2)]),
]:
    ax.add_patch(
        Polygon(points, facecolor=color, alpha=0.18, edgecolor="none")
    )
    ax.add_patch(
        Polygon(points, fill=False, edgecolor=color, linewidth=2.5)
    )
ax.imshow(
    code.reshape(code_size, 1),
    cmap="PuOr",
    extent=(9.75, 10.65, -2.2, 2.2),
    vmin=-abs(code).max(),
    vmax=abs(code).max(),
)
for i in range(code_size + 1):
    height = -2.2 + 4.4 * i / code_size
    ax.plot(
        [9.75, 10.65],
        [height, height],
        color="0.45",
        linestyle="-",
        linewidth=1.5,
    )
for x in (9.75, 10.65):
    ax.plot([x, x], [-2.2, 2.2], color="0.45", ls="-", linewidth=1.5)
for start, end in [
    (4.65, 5.35),
    (8.65, 9.7),
    (10.7, 11.75),
    (15.05, 15.75),
]:
    ax.add_patch(
        FancyArrowPatch(
            (start, 0),
            (end, 0),
            arrowstyle="-|>",
            mutation_scale=18,
            linewidth=2,
            color="0.35",
            shrinkA=0,
            shrinkB=0,
        )
    )
for x, text in [
    (2.4, "entrada\n64 números"),
    (7, f"codificador\n64 → {code_size}"),
    (10.2, f"código\n{code_size} números"),
    (13.4, f"decodificador\n{code_size} → 64"),
    (18, "cópia\n64 números"),
]:
    ax.text(x, -2.55, text, ha="center", va="top", fontsize=16)

# %% copias
import matplotlib.pyplot as plt

first_ones = [int(np.flatnonzero(y_test == d)[0]) for d in range(5)]
fig, axes = plt.subplots(3, 5, figsize=(5.7, 3.6))
panels = {"original": X_test, **reconstructions}
for row, (name, images) in zip(axes, panels.items(), strict=True):
    for ax, i in zip(row, first_ones, strict=True):
        ax.imshow(
            images[i].reshape(8, 8), cmap="gray_r", vmin=0, vmax=1
        )
        ax.set(xticks=[], yticks=[])
        ax.spines[:].set(visible=True, color="#cfd6df")
        ax.grid(False)
    row[0].set_title(name, fontsize=15)

# %% falhar tags=["fora-do-slide"]
frames = X_test.reshape(-1, 8, 8)
rng = np.random.default_rng(42)
outside = {
    "dígito": X_test,
    "espelhado": frames[:, :, ::-1].reshape(-1, 64),
    "embaralhado": X_test[:, rng.permutation(64)],
    "ruído": rng.random(X_test.shape).astype("float32"),
}
copies = {
    name: model.predict(images, verbose=0)
    for name, images in outside.items()
}
outside_errors = {
    name: error(images, copies[name])
    for name, images in outside.items()
}
times = outside_errors["embaralhado"] / outside_errors["dígito"]

# %% fora
fig, axes = plt.subplots(2, 4, figsize=(10.2, 3.6))
case = first_ones[3]
for (upper, lower), (name, images) in zip(
    axes.T, outside.items(), strict=True
):
    for ax, image in [
        (upper, images[case]),
        (lower, copies[name][case]),
    ]:
        ax.imshow(image.reshape(8, 8), cmap="gray_r", vmin=0, vmax=1)
        ax.set(xticks=[], yticks=[])
        ax.spines[:].set(visible=True, color="#cfd6df")
        ax.grid(False)
    upper.set_title(name, loc="center", fontsize=16)
    lower.set_xlabel(
        f"erro {outside_errors[name]:.3f}".replace(".", ","),
        fontsize=15,
    )
axes[0, 0].set_ylabel("original", fontsize=15)
axes[1, 0].set_ylabel("cópia", fontsize=15)
