# %% [markdown]
# # O que o dropout faz com os números
# Uma camada só, sem pesos: no treino ela zera ao acaso, e ao prever não faz nada.

# %% parametros tags=["fora-do-slide", "parameters"] rate=[0.2, 0.5, 0.8]
rate = 0.2

# %% camada
import keras
import numpy as np

keras.utils.set_random_seed(3)
x = np.array([[2.0, 4, 6, 8]])
layer = keras.layers.Dropout(rate)

print("treino:", np.array(layer(x, training=True))[0])
print("prever:", np.array(layer(x))[0])

# %% muitas tags=["fora-do-slide"]
draws = np.array(layer(np.repeat(x, 20_000, axis=0), training=True))
mean = draws.mean(axis=0)
zeroed = float((draws == 0).mean())
