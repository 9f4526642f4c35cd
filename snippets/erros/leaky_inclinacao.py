# %% [markdown]
# # `leaky_relu` tem duas inclinações padrão
# O texto usa 0,2; a camada usa 0,3. Escreva qual quer.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

x = np.array([-1.0], dtype="float32")

# %% errado effect="round(float(a), 3) != round(float(b), 3)"
a = keras.activations.leaky_relu(x)[0]
b = layers.LeakyReLU()(x)[0]
print(f"texto: {a:.1f}, camada: {b:.1f}")

# %% certo
a = keras.activations.leaky_relu(x, negative_slope=0.1)[0]
b = layers.LeakyReLU(negative_slope=0.1)(x)[0]
print(f"texto: {a:.1f}, camada: {b:.1f}")
