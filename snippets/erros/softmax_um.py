# %% [markdown]
# # Softmax com um neurônio só
# A softmax divide 1 entre as saídas. Com uma saída só, ela fica com tudo.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

X = np.random.default_rng(0).normal(size=(64, 3))
keras.utils.set_random_seed(42)

# %% errado warns="UserWarning" message="softmax over axis -1" effect="p.min() > 0.999"
model = keras.Sequential([
    keras.Input(shape=(3,)),
    layers.Dense(1, activation="softmax"),
])
p = model.predict(X, verbose=0)

# %% certo
model = keras.Sequential([
    keras.Input(shape=(3,)),
    layers.Dense(1, activation="sigmoid"),
])
p = model.predict(X, verbose=0)
