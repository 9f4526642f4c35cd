# %% [markdown]
# # A rede que ainda não tem pesos
# Sem saber quantas colunas entram, o Keras não cria os pesos: espera o primeiro lote.

# %% preparo tags=["fora-do-slide"]
import keras
from keras import layers

# %% errado raises="ValueError" message="isn't built"
model = keras.Sequential([
    layers.Dense(2, activation="relu"),
    layers.Dense(1),
])
total = model.count_params()

# %% certo
model = keras.Sequential([
    keras.Input(shape=(3,)),
    layers.Dense(2, activation="relu"),
    layers.Dense(1),
])
total = model.count_params()
