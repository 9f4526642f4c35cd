# %% [markdown]
# # `tahn` no lugar de `tanh`
# O nome de uma ativação é um texto: só o Keras pode dizer que não existe.

# %% preparo tags=["fora-do-slide"]
from keras import layers

# %% errado raises="ValueError" message="Could not interpret activation function identifier: tahn"
layer = layers.Dense(4, activation="tahn")

# %% certo
layer = layers.Dense(4, activation="tanh")
