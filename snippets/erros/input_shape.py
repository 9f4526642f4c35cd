# %% [markdown]
# # `input_shape` dentro da camada
# O Keras 3 aceita, e pede a camada `Input` no lugar.

# %% preparo tags=["fora-do-slide"]
import keras
from keras import layers

# %% errado warns="UserWarning" message="Do not pass an `input_shape`/`input_dim` argument"
model = keras.Sequential([
    layers.Dense(2, input_shape=(3,)),
    layers.Dense(1),
])

# %% certo
model = keras.Sequential([
    keras.Input(shape=(3,)),
    layers.Dense(2),
    layers.Dense(1),
])
