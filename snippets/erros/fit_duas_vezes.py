# %% [markdown]
# # `fit` de novo continua o treino
# O segundo `fit` parte dos pesos que o primeiro deixou.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

sorteio = np.random.default_rng(0)
X = sorteio.normal(size=(64, 3))
y = (X.sum(axis=1) > 0).astype(int)


def criar():
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(3,)),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.1),
        loss="binary_crossentropy",
    )
    return model


def primeira_perda(model):
    historico = model.fit(X, y, epochs=5, verbose=0)
    return historico.history["loss"][0]


model = criar()

# %% errado effect="segunda < primeira"
primeira = primeira_perda(model)
segunda = primeira_perda(model)
print(f"{primeira:.2f}, depois {segunda:.2f}")

# %% certo
primeira = primeira_perda(criar())
segunda = primeira_perda(criar())
print(f"{primeira:.2f}, depois {segunda:.2f}")
