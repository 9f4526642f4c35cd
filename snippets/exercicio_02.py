# %% [markdown]
# # Exercício 2: contar antes de treinar
# Solução: pesos mais vieses de cada camada, conferidos com `count_params`.

# %% solucao tags=["fora-do-slide"]
from itertools import pairwise

import keras
import pandas as pd
from keras import layers

sizes = [10, 32, 16, 1]
by_hand = [inputs * units + units for inputs, units in pairwise(sizes)]
model = keras.Sequential([keras.Input(shape=(sizes[0],))])
for units in sizes[1:]:
    model.add(layers.Dense(units))
total = model.count_params()

doubled = 0
for inputs, units in pairwise([10, 64, 16, 1]):
    doubled += inputs * units + units
twice = 2 * total

# %% resposta
pd.DataFrame({
    "camada": [f"{a} → {b}" for a, b in pairwise(sizes)],
    "pesos + vieses": by_hand,
})
