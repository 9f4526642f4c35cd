# %% [markdown]
# # A rede espera três colunas, os dados têm duas
# A última dimensão dos dados tem de ser a da `Input`.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(42)
rng = np.random.default_rng(0)
X = rng.normal(size=(64, 2))

# %% errado raises="ValueError" message="expected axis -1 of input shape to have value 3, but received input with shape [(]32, 2[)]"
model = keras.Sequential([
    keras.Input(shape=(3,)),  # X tem 2 colunas
    layers.Dense(1),
])
model.predict(X, verbose=0)

# %% certo
model = keras.Sequential([
    keras.Input(shape=(2,)),
    layers.Dense(1),
])
model.predict(X, verbose=0)
