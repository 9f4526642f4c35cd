# %% [markdown]
# # DataFrame de objetos `History`
# O DataFrame quer listas: a de cada rede está em `h.history`.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
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

# %% errado raises="ValueError" message="If using all scalar values, you must pass an index"
losses = {"relu": history}
table = pd.DataFrame(losses)

# %% certo
losses = {"relu": history.history["loss"]}
table = pd.DataFrame(losses)
