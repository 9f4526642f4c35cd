# %% [markdown]
# # Exercício 21: neurônios em fila
# Solução: cada neurônio multiplica o gradiente pela sua derivada; a fita do TensorFlow dá o mesmo.

# %% preparo tags=["fora-do-slide"]
import numpy as np
import pandas as pd
import tensorflow as tf
from keras import activations

depths = [1, 3, 5]

# %% mao tags=["fora-do-slide", "lacuna"]
# by_hand: um dicionário, com a lista dos gradientes de cada função, um por
# profundidade de depths. Peso 1, viés 0; entra x = 1. Só com NumPy.
functions = {
    "sigmoid": (
        lambda z: 1 / (1 + np.exp(-z)),
        lambda a: a * (1 - a),
    ),
    "tanh": (np.tanh, lambda a: 1 - a**2),
    "relu": (lambda z: np.maximum(0, z), lambda a: float(a > 0)),
}
by_hand = {name: [] for name in functions}
for name, (function, slope) in functions.items():
    for depth in depths:
        a, gradient = 1.0, 1.0
        for _ in range(depth):
            a = function(a)
            gradient *= slope(a)  # a derivada, escrita com a saída
        by_hand[name].append(float(gradient))


# %% fita tags=["fora-do-slide", "lacuna"]
# tape_gradient(name, depth): o mesmo número, com tf.GradientTape e
# activations.get(name).
def tape_gradient(name, depth):
    x = tf.constant(1.0)
    with tf.GradientTape() as tape:
        tape.watch(x)
        a = x
        for _ in range(depth):
            a = activations.get(name)(a)
    return float(tape.gradient(a, x))


# %% conferir tags=["fora-do-slide"]
by_tape = {
    name: [tape_gradient(name, depth) for depth in depths]
    for name in by_hand
}

# %% resposta
pd.DataFrame({"neurônios": [str(depth) for depth in depths], **by_hand})
