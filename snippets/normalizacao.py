# %% [markdown]
# # O que a camada BatchNormalization faz
# No treino, usa a média e o desvio do lote; no uso, as médias móveis que guardou.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers

rng = np.random.default_rng(42)
lote = rng.normal(5, 3, size=(256, 1)).astype("float32")

# %% treino
layer = layers.BatchNormalization()
out = np.array(layer(lote, training=True))

std = np.sqrt(lote.var() + layer.epsilon)
by_hand = (lote - lote.mean()) / std
same = np.allclose(out, by_hand, atol=1e-5)
print("igual à conta:", same)
print(f"média {abs(out.mean()):.2f}")
print(f"desvio {out.std():.2f}")

# %% aprendidos
layer.gamma.assign([2.0])
layer.beta.assign([1.0])
out = np.array(layer(lote, training=True))
print(f"média {out.mean():.2f}")
print(f"desvio {out.std():.2f}")

# %% movel tags=["fora-do-slide"]
keras.utils.set_random_seed(42)
movel = layers.BatchNormalization()
linhas = []
for passo in range(1, 501):
    amostra = rng.normal(5, 3, size=(256, 1)).astype("float32")
    movel(amostra, training=True)
    if passo in (1, 10, 100, 500):
        saida = np.array(movel(lote, training=False))
        linhas.append({
            "lotes vistos": passo,
            "média guardada": float(movel.moving_mean[0]),
            "desvio guardado": float(movel.moving_variance[0]) ** 0.5,
            "média na saída": float(saida.mean()),
            "desvio na saída": float(saida.std()),
        })
momento = movel.momentum

# %% uso
pd.DataFrame(linhas)
