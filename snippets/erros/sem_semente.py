# %% [markdown]
# # Sem semente, cada rede nasce diferente
# Os pesos iniciais são sorteados. Fixe a semente antes de criar as camadas.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers


def build_model():
    return keras.Sequential([
        keras.Input(shape=(3,)),
        layers.Dense(4),
    ])


# %% errado effect="not np.array_equal(first, second)"
first = build_model().get_weights()[0]
second = build_model().get_weights()[0]
print("iguais:", np.array_equal(first, second))

# %% certo
keras.utils.set_random_seed(42)
first = build_model().get_weights()[0]
keras.utils.set_random_seed(42)
second = build_model().get_weights()[0]
print("iguais:", np.array_equal(first, second))
