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
keras.utils.set_random_seed(42)  # antes de criar as camadas


def treinar(camadas):
    model = keras.Sequential([keras.Input(shape=(4,)), *camadas])
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy"
    )
    model.fit(X, y, epochs=5, verbose=0)
    return np.asarray(model(X)).sum(axis=1)


# %% errado effect="abs(soma - 1).max() > 0.01"
soma = treinar([
    layers.Dense(8, activation="relu"),
    layers.Dense(3, activation="softmax"),
    layers.BatchNormalization(),
])
print("somas das linhas:", soma[:3].round(2))

# %% certo
soma = treinar([
    layers.Dense(8, activation="relu"),
    layers.BatchNormalization(),
    layers.Dense(3, activation="softmax"),
])
print("somas das linhas:", soma[:3].round(2))
