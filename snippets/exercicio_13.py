# %% [markdown]
# # Exercício 13: três passos de uma LSTM, à mão
# Solução: a conta da célula, com as portas, e a mesma memória e a mesma saída que as do Keras.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers

keras.utils.set_random_seed(42)
lstm = layers.LSTM(1, return_sequences=True, return_state=True)
x = np.array([1.0, -1.0, 0.5])
outputs, _, last_memory = lstm(x[None, :, None])
W, U, b = lstm.get_weights()


# %% passos tags=["fora-do-slide", "lacuna"]
# rows: uma linha por passo, um dicionário com entrada, esquece, grava, memória,
# mostra e saída. Nos pesos, as contas vêm na ordem grava, esquece, nova, mostra.


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


h, c = np.zeros(1), np.zeros(1)
rows = []
for value in x:
    z = value * W[0] + h @ U + b
    i, f, g, o = np.split(z, 4)
    i, f, o = sigmoid(i), sigmoid(f), sigmoid(o)
    c = f * c + i * np.tanh(g)
    h = o * np.tanh(c)
    rows.append({
        "entrada": value,
        "esquece": f[0],
        "grava": i[0],
        "memória": c[0],
        "mostra": o[0],
        "saída": h[0],
    })

# %% conferir tags=["fora-do-slide"]
by_keras = outputs.numpy().ravel()
memory = float(last_memory.numpy().ravel()[0])
parameters = lstm.count_params()

# %% resposta
pd.DataFrame(rows)
