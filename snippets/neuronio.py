# %% [markdown]
# # O neurônio em NumPy é a camada Dense
# A conta feita à mão e a camada do Keras dão o mesmo resultado.

# %% numpy
import numpy as np

x = np.array([[2.0, 1.0, 3.0]])
w = np.array([[0.5], [-1.0], [0.8]])
b = np.array([-0.4])

z = x @ w + b
y = np.maximum(0, z)
print(f"soma = {z.item():.1f}")
print(f"saída = {y.item():.1f}")

# %% keras
from keras import layers

dense = layers.Dense(1, activation="relu")
dense.build(x.shape)
dense.set_weights([w, b])

y_keras = dense(x).numpy().item()
print(f"Dense = {y_keras:.1f}")
