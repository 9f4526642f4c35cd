# %% [markdown]
# # Rótulo ausente vira a última classe
# `cat.codes` dá −1 ao que falta, e `to_categorical` conta o −1 a partir do fim.

# %% preparo tags=["fora-do-slide"]
import keras
import pandas as pd

# %% errado effect="y[colors.isna()].argmax(axis=1).tolist() == [2]"
colors = ["azul", None, "verde", "rosa"]
colors = pd.Series(colors)

codes = pd.Categorical(colors).codes
y = keras.utils.to_categorical(codes)
print("códigos:", codes)
print("sem rótulo:", y[colors.isna()])

# %% certo
colors = ["azul", None, "verde", "rosa"]
colors = pd.Series(colors)
colors = colors.dropna()
codes = pd.Categorical(colors).codes
y = keras.utils.to_categorical(codes)
print("códigos:", codes)
print("sem rótulo:", y[colors.isna()])
