# %% [markdown]
# # O mesmo argumento duas vezes
# O Python recusa o arquivo inteiro antes de rodar a primeira linha.

# %% preparo tags=["fora-do-slide"]
import keras
from keras import layers

# %% errado raises="SyntaxError" message="keyword argument repeated: activation"
camada = layers.Dense(
    4, activation="relu", activation="tanh"
)

# %% certo
camada = layers.Dense(4, activation="tanh")
