# %% [markdown]
# # Sem métrica no `compile`, sem chave no histórico
# Só a perda é guardada, se nada mais for pedido.

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

# %% errado raises="KeyError" message="accuracy"
model.compile(
    optimizer="adam",
    loss="binary_crossentropy",
)
history = model.fit(X, y, verbose=0)
accuracy = history.history["accuracy"]

# %% certo
model.compile(
    optimizer="adam",
    loss="binary_crossentropy",
    metrics=["accuracy"],
)
history = model.fit(X, y, verbose=0)
accuracy = history.history["accuracy"]
