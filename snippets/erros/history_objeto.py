# %% [markdown]
# # `history` não é um dicionário
# `fit` devolve um objeto `History`; o dicionário está em `.history`.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
X = rng.normal(size=(64, 3))
y = (X.sum(axis=1) > 0).astype(int)

model = keras.Sequential([
    keras.Input(shape=(3,)),
    layers.Dense(4, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(
    optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"]
)

history = model.fit(X, y, epochs=2, verbose=0)

# %% errado raises="TypeError" message="'History' object is not subscriptable"
losses = history["loss"]

# %% certo
losses = history.history["loss"]
