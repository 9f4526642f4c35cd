# %% [markdown]
# # Ativação no lugar da perda
# `compile` guarda o texto; o engano só aparece no `fit`.

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

# %% errado raises="ValueError" message="Could not interpret loss identifier: relu"
model.compile(
    optimizer="adam",
    loss="relu",
)
model.fit(X, y, verbose=0)

# %% certo
model.compile(
    optimizer="adam",
    loss="binary_crossentropy",
)
model.fit(X, y, verbose=0)
