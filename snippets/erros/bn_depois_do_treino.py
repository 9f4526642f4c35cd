# %% [markdown]
# # Acrescentar uma camada depois do `fit`
# O Keras guarda o passo de treino já montado: a camada nova não aprende nada, sem aviso.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
X = rng.normal(size=(64, 3))
y = (X.sum(axis=1) > 0).astype(int)


def build_model(*middle):
    model = keras.Sequential([
        keras.Input(shape=(3,)),
        layers.Dense(4, activation="relu"),
        *middle,
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    return model


model = build_model()
model.fit(X, y, epochs=1, verbose=0)
layer = layers.BatchNormalization()

# %% errado effect="before == after"
model.add(layer)
before = str(layer.get_weights())
model.fit(X, y, epochs=3, verbose=0)
after = str(layer.get_weights())
print("aprendeu:", before != after)

# %% certo
layer = layers.BatchNormalization()
model = build_model(layer)
before = str(layer.get_weights())
model.fit(X, y, epochs=3, verbose=0)
after = str(layer.get_weights())
print("aprendeu:", before != after)
