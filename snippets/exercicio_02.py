# %% [markdown]
# # Exercício 2: contar antes de treinar
# Solução: pesos mais vieses de cada camada, conferidos com `count_params`.

# %% preparo tags=["fora-do-slide"]
from itertools import pairwise

import keras
import pandas as pd
from keras import layers

sizes = [10, 32, 16, 1]
# %% conta tags=["fora-do-slide", "lacuna"]
# by_hand: os parâmetros de cada camada, em uma lista, só com a conta.
by_hand = [inputs * units + units for inputs, units in pairwise(sizes)]
# %% rede tags=["fora-do-slide", "lacuna"]
# model: a rede, com essas camadas. total: os parâmetros que o Keras conta nela.
model = keras.Sequential([keras.Input(shape=(sizes[0],))])
for units in sizes[1:]:
    model.add(layers.Dense(units))
total = model.count_params()

# %% dobro tags=["fora-do-slide", "lacuna"]
# doubled: os parâmetros com 64 neurônios na primeira oculta. twice: o dobro do total.
doubled = 0
for inputs, units in pairwise([10, 64, 16, 1]):
    doubled += inputs * units + units
twice = 2 * total

# %% resposta
pd.DataFrame({
    "camada": [f"{a} → {b}" for a, b in pairwise(sizes)],
    "pesos + vieses": by_hand,
})
