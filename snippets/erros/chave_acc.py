# %% [markdown]
# # A chave `acc` não existe
# A chave é o nome que você deu em `compile`.

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

history = model.fit(X, y, epochs=2, validation_split=0.25, verbose=0)

# %% errado raises="KeyError" message="acc"
history.history["acc"]

# %% certo
history.history["accuracy"]
