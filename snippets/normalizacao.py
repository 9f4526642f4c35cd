# %% [markdown]
# # O que a camada BatchNormalization faz
# No treino, usa a média e o desvio do lote; na inferência, as médias móveis que guardou.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers

rng = np.random.default_rng(42)
batch = rng.normal(5, 3, size=(256, 1)).astype("float32")

# %% treino
layer = layers.BatchNormalization()
out = np.array(layer(batch, training=True))

std = np.sqrt(batch.var() + layer.epsilon)
by_hand = (batch - batch.mean()) / std
same = np.allclose(out, by_hand, atol=1e-5)
print("igual à conta:", same)

# %% aprendidos tags=["fora-do-slide"]
layer.gamma.assign([2.0])
layer.beta.assign([1.0])
out = np.array(layer(batch, training=True))
print(f"média {out.mean():.2f}")
print(f"desvio {out.std():.2f}")

# %% movel tags=["fora-do-slide"]
keras.utils.set_random_seed(42)
moving = layers.BatchNormalization()
rows = []
for step in range(1, 501):
    sample = rng.normal(5, 3, size=(256, 1)).astype("float32")
    moving(sample, training=True)
    if step in (1, 10, 100, 500):
        outputs = np.array(moving(batch, training=False))
        rows.append({
            "lotes vistos": step,
            "média guardada": float(moving.moving_mean[0]),
            "média na saída": float(outputs.mean()),
        })
momentum = moving.momentum

# %% uso
pd.DataFrame(rows)
