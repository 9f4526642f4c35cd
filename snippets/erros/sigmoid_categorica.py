# %% [markdown]
# # Sigmoid com classes que se excluem
# Cada saída é calculada sozinha: a soma não é 1, e não há aviso.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
X = rng.normal(size=(90, 4))
y = X[:, :3].argmax(axis=1)


keras.utils.set_random_seed(42)

# %% errado effect="abs(total - 1).max() > 0.1"
model = keras.Sequential([
    keras.Input(shape=(4,)),
    layers.Dense(3, activation="sigmoid"),
])
p = model.predict(X, verbose=0)
total = p.sum(axis=1)
print("somas das linhas:", total[:3].round(2))

# %% certo
model = keras.Sequential([
    keras.Input(shape=(4,)),
    layers.Dense(3, activation="softmax"),
])
p = model.predict(X, verbose=0)
total = p.sum(axis=1)
print("somas das linhas:", total[:3].round(2))
