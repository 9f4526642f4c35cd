# %% [markdown]
# # Softmax com perda binária
# Roda sem aviso e mede outra coisa: com 3 classes, a perda de quem chuta é ln 3, cerca de 1,1.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

X, y = np.eye(3), np.eye(3)  # um exemplo de cada classe, em one-hot
# Com pesos iniciais zero, a rede dá um terço a cada classe.
model = keras.Sequential([
    keras.Input(shape=(3,)),
    layers.Dense(3, activation="softmax", kernel_initializer="zeros"),
])

# %% errado effect="loss < 1"
model.compile(loss="binary_crossentropy")
loss = model.evaluate(X, y, verbose=0)
print(f"perda de quem chuta: {loss:.2f}")

# %% certo
model.compile(loss="categorical_crossentropy")
loss = model.evaluate(X, y, verbose=0)
print(f"perda de quem chuta: {loss:.2f}")
