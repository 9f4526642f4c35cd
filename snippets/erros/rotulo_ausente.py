# %% [markdown]
# # Rótulo ausente vira a última classe
# `cat.codes` dá −1 ao que falta, e `to_categorical` conta o −1 a partir do fim.

# %% preparo tags=["fora-do-slide"]
import keras
import pandas as pd

# %% errado effect="y[cores.isna()].argmax(axis=1).tolist() == [2]"
cores = ["azul", None, "verde", "rosa"]
cores = pd.Series(cores)

codigos = pd.Categorical(cores).codes
y = keras.utils.to_categorical(codigos)
print("códigos:", codigos)
print("sem rótulo:", y[cores.isna()])

# %% certo
cores = ["azul", None, "verde", "rosa"]
cores = pd.Series(cores)
cores = cores.dropna()
codigos = pd.Categorical(cores).codes
y = keras.utils.to_categorical(codigos)
print("códigos:", codigos)
print("sem rótulo:", y[cores.isna()])
