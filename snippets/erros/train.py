# %% [markdown]
# # `train` não existe: é `fit`
# `train` é de outras bibliotecas.

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

# %% errado raises="AttributeError" message="'Sequential' object has no attribute 'train'"
model.train(X, y, epochs=2)

# %% certo
model.fit(X, y, epochs=2, verbose=0)
