# %% [markdown]
# # Softmax com um neurônio só
# A softmax divide 1 entre as saídas. Com uma saída só, ela fica com tudo.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

sorteio = np.random.default_rng(0)
X = sorteio.normal(size=(64, 3))
y = (X.sum(axis=1) > 0).astype(int)

# %% errado warns="UserWarning" message="softmax over axis -1" effect="p.min() > 0.999"
model = keras.Sequential([
    keras.Input(shape=(3,)),
    layers.Dense(1, activation="softmax"),
])
p = model.predict(X, verbose=0)
print(p[:3].ravel())

# %% certo
model = keras.Sequential([
    keras.Input(shape=(3,)),
    layers.Dense(1, activation="sigmoid"),
])
p = model.predict(X, verbose=0)
print(p[:3].ravel().round(2))
