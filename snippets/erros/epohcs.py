# %% [markdown]
# # Argumento com erro de digitação
# Python só aceita os nomes que `fit` declara.

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

# %% errado raises="TypeError" message="unexpected keyword argument 'epohcs'"
model.fit(X, y, epohcs=2, verbose=0)

# %% certo
model.fit(X, y, epochs=2, verbose=0)
