# %% [markdown]
# # BatchNormalization depois da saída
# Normalizar as probabilidades desfaz a softmax: a soma deixa de ser 1.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_iris
from sklearn.preprocessing import StandardScaler

X, y = load_iris(return_X_y=True)
X = StandardScaler().fit_transform(X)
y = np.eye(3)[y]  # one-hot
keras.utils.set_random_seed(42)  # antes de criar as camadas
hidden = layers.Dense(8, activation="relu")


# %% errado effect="abs(total - 1).max() > 0.01"
output = layers.Dense(3, activation="softmax")
normalization = layers.BatchNormalization()
model = keras.Sequential([hidden, output, normalization])
model.compile(loss="mse")
model.fit(X, y, epochs=5, verbose=0)
total = model.predict(X, verbose=0).sum(1)
print("somas:", total[:3].round(2))

# %% certo
output = layers.Dense(3, activation="softmax")
normalization = layers.BatchNormalization()
model = keras.Sequential([hidden, normalization, output])
model.compile(loss="mse")
model.fit(X, y, epochs=5, verbose=0)
total = model.predict(X, verbose=0).sum(1)
print("somas:", total[:3].round(2))
