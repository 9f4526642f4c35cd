# %% [markdown]
# # Acrescentar uma camada depois do `fit`
# O Keras guarda o passo de treino já montado: a camada nova não aprende nada, sem aviso.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
sorteio = np.random.default_rng(0)
X = sorteio.normal(size=(64, 3))
y = (X.sum(axis=1) > 0).astype(int)


def criar(*meio):
    model = keras.Sequential([
        keras.Input(shape=(3,)),
        layers.Dense(4, activation="relu"),
        *meio,
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    return model


model = criar()
model.fit(X, y, epochs=1, verbose=0)
camada = layers.BatchNormalization()

# %% errado effect="antes == depois"
model.add(camada)
antes = str(camada.get_weights())
model.fit(X, y, epochs=3, verbose=0)
depois = str(camada.get_weights())
print("aprendeu:", antes != depois)

# %% certo
camada = layers.BatchNormalization()
model = criar(camada)
antes = str(camada.get_weights())
model.fit(X, y, epochs=3, verbose=0)
depois = str(camada.get_weights())
print("aprendeu:", antes != depois)
