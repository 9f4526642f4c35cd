# %% [markdown]
# # `metrics` no lugar errado
# Métricas são do `compile`.

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

# %% errado raises="TypeError" message="unexpected keyword argument 'metrics'"
model.compile(loss="binary_crossentropy")
model.fit(X, y, metrics=["accuracy"], verbose=0)

# %% certo
model.compile(loss="binary_crossentropy", metrics=["accuracy"])
model.fit(X, y, verbose=0)
