# %% [markdown]
# # Sem semente, cada rede nasce diferente
# Os pesos iniciais são sorteados. Fixe a semente antes de criar as camadas.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers


def pesos():
    camada = layers.Dense(4)
    camada.build((None, 3))
    return camada.get_weights()[0]


# %% errado effect="not np.array_equal(a, b)"
a = pesos()
b = pesos()
print("iguais:", np.array_equal(a, b))

# %% certo
keras.utils.set_random_seed(42)
a = pesos()
keras.utils.set_random_seed(42)
b = pesos()
print("iguais:", np.array_equal(a, b))
