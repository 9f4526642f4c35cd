# %% [markdown]
# # DataFrame de objetos `History`
# O DataFrame quer listas: a de cada rede está em `h.history`.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

sorteio = np.random.default_rng(0)
X = sorteio.normal(size=(64, 3))
y = (X.sum(axis=1) > 0).astype(int)

model = keras.Sequential([
    keras.Input(shape=(3,)),
    layers.Dense(4, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(
    optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"]
)
import pandas as pd

historicos = {"relu": model.fit(X, y, epochs=2, verbose=0)}

# %% errado raises="ValueError" message="If using all scalar values, you must pass an index"
tabela = pd.DataFrame(historicos)

# %% certo
perdas = {n: h.history["loss"] for n, h in historicos.items()}
tabela = pd.DataFrame(perdas)
