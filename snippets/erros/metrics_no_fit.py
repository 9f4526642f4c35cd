# %% [markdown]
# # `metrics` no lugar errado
# Métricas são do `compile`.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
sorteio = np.random.default_rng(0)
X = sorteio.normal(size=(64, 3))
y = (X.sum(axis=1) > 0).astype(int)

model = keras.Sequential([
    keras.Input(shape=(3,)),
    layers.Dense(4, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
loss = "binary_crossentropy"

# %% errado raises="TypeError" message="unexpected keyword argument 'metrics'"
model.compile("adam", loss)
model.fit(X, y, metrics=["accuracy"], verbose=0)

# %% certo
model.compile("adam", loss, metrics=["accuracy"])
model.fit(X, y, verbose=0)
