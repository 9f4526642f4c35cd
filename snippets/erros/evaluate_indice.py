# %% [markdown]
# # `evaluate` sem métricas devolve um número só
# Com métricas é uma lista, sem métricas um número. `return_dict=True` dá nomes, sempre.

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
model.compile(optimizer="adam", loss="binary_crossentropy")
keras.utils.disable_interactive_logging()  # sem barra de progresso

# %% errado raises="TypeError" message="'float' object is not subscriptable"
measures = model.evaluate(X, y)
loss = measures[0]

# %% certo
measures = model.evaluate(X, y, return_dict=True)
loss = measures["loss"]
