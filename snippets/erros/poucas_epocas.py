# %% [markdown]
# # Parar antes de aprender
# Vinte épocas com o SGD simples: a perda ainda caía quando o treino acabou.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from keras.optimizers import Adam
from sklearn.datasets import make_moons

X, y = make_moons(200, noise=0.1, random_state=0)


def acerto(epocas, optimizer):
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(2,)),
        layers.Dense(16, activation="tanh"),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer=optimizer, loss="binary_crossentropy")
    model.fit(X, y, epochs=epocas, verbose=0)
    return float(((np.asarray(model(X))[:, 0] > 0.5) == y).mean())


# %% errado effect="nota < 0.92"
nota = acerto(20, "sgd")
print(f"acurácia no treino: {nota:.2f}")

# %% certo
nota = acerto(30, Adam(learning_rate=0.1))
print(f"acurácia no treino: {nota:.2f}")
