# %% [markdown]
# # `leaky_relu` tem duas inclinações padrão
# O texto usa 0,2; a camada usa 0,3. Escreva qual quer.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

x = np.array([-1.0], dtype="float32")

# %% errado effect="round(float(a[0]), 3) != round(float(b[0]), 3)"
a = keras.activations.leaky_relu(x)
b = layers.LeakyReLU()(x)
print(f"texto {a[0]:.1f}, camada {b[0]:.1f}")

# %% certo
a = keras.activations.leaky_relu(x)
b = layers.LeakyReLU(negative_slope=0.2)(x)
print(f"texto {a[0]:.1f}, camada {b[0]:.1f}")
