# %% [markdown]
# # Tirar ruído com um autoencoder
# Entra o dígito sujo, sai o dígito limpo: só muda o alvo do treino.

# %% parametros tags=["fora-do-slide", "parameters"] seed=[42, 0, 1]
seed = 42

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X = (X / 16).astype("float32")
X_train, X_test, _, y_test = train_test_split(
    X, y, test_size=0.2, stratify=y, random_state=42
)
X_train, X_val = train_test_split(
    X_train, test_size=0.25, random_state=42
)
keras.utils.set_random_seed(seed)
model = keras.Sequential([
    keras.Input(shape=(64,)),
    layers.Dense(128, activation="relu"),
    layers.Dense(16),
    layers.Dense(128, activation="relu"),
    layers.Dense(64, activation="sigmoid"),
])
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.005), loss="mse"
)

# %% sujar tags=["fora-do-slide"]
rng = np.random.default_rng(seed)


def add_noise(images):
    noise = rng.normal(0, 0.3, images.shape)
    return np.clip(images + noise, 0, 1)


noisy_train = add_noise(X_train)
noisy_test = add_noise(X_test)

# %% treinar
model.fit(noisy_train, X_train, epochs=30, batch_size=64, verbose=0)

# %% medir tags=["fora-do-slide"]
clean = model.predict(noisy_test, verbose=0)
pca = PCA(16).fit(X_train)
regression = LinearRegression().fit(noisy_train, X_train)
answers = {
    "nada": noisy_test,
    "PCA": pca.inverse_transform(pca.transform(noisy_test)),
    "regressão": regression.predict(noisy_test),
    "autoencoder": clean,
}
errors = {
    name: float(np.mean((answer - X_test) ** 2))
    for name, answer in answers.items()
}

# %% figura
import matplotlib.pyplot as plt

first_ones = [int(np.flatnonzero(y_test == d)[1]) for d in range(10)]
rows = {"suja": noisy_test, "limpa": clean, "original": X_test}
fig, axes = plt.subplots(3, 10, figsize=(10.2, 2.8))
for row, (name, images) in zip(axes, rows.items(), strict=True):
    for ax, i in zip(row, first_ones, strict=True):
        ax.imshow(
            images[i].reshape(8, 8), cmap="gray_r", vmin=0, vmax=1
        )
        ax.set(xticks=[], yticks=[])
        ax.spines[:].set(visible=True, color="#cfd6df")
        ax.grid(False)
    row[0].set_ylabel(name, fontsize=16)
