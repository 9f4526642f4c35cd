# %% [markdown]
# # Exercício 12: contar uma CNN
# Solução: o tamanho de cada mapa e os números de cada camada, pela fórmula e pelo Keras.

# %% preparo tags=["fora-do-slide"]
import math

import keras
import pandas as pd
from keras import layers

# %% rede tags=["fora-do-slide", "lacuna"]
# model: as cinco camadas do enunciado, em um keras.Sequential.
model = keras.Sequential([
    keras.Input(shape=(28, 28, 1)),
    layers.Conv2D(8, 5, strides=2, padding="same"),
    layers.MaxPooling2D(2),
    layers.Conv2D(16, 3),
    layers.Flatten(),
    layers.Dense(10),
])

# %% conta tags=["fora-do-slide", "lacuna"]
# sides: o lado dos três mapas, pela fórmula.
# by_hand: os números de cada camada, pela conta; total: a soma deles.
first = math.ceil(28 / 2)  # com borda: entrada ÷ passo
pooled = first // 2
second = pooled - 3 + 1  # sem borda
sides = [first, pooled, second]
by_hand = [
    5 * 5 * 1 * 8 + 8,
    0,
    3 * 3 * 8 * 16 + 16,
    0,
    second * second * 16 * 10 + 10,
]
total = sum(by_hand)

# %% conferir tags=["fora-do-slide"]
counts = [layer.count_params() for layer in model.layers]
shapes = [layer.output.shape[1:] for layer in model.layers]

# %% resposta
pd.DataFrame({
    "camada": ["Conv2D", "MaxPooling2D", "Conv2D", "Flatten", "Dense"],
    "sai": [" × ".join(map(str, shape)) for shape in shapes],
    "números": by_hand,
})
