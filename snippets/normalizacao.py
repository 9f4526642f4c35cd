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
    if step == 1 or step % 10 == 0:
        outputs = np.array(moving(batch, training=False))
        rows.append({
            "lotes vistos": step,
            "média guardada": float(moving.moving_mean[0]),
            "média na saída": float(outputs.mean()),
        })
momentum = moving.momentum

# %% uso
import matplotlib.pyplot as plt

seen = pd.DataFrame(rows).set_index("lotes vistos")
fig, ax = plt.subplots(figsize=(4.9, 2.9))
ax.axhline(5, color="C4", linestyle=":", linewidth=2)
ax.plot(seen["média guardada"], "C0-")
ax.plot(seen["média na saída"], "C1--")
for height, name, color in [
    (5.3, "a verdadeira: 5", "C4"),
    (3.6, "guardada", "C0"),
    (0.6, "na saída", "C1"),
]:
    ax.text(500, height, name, color=color, weight=600, ha="right")
ax.set(xlabel="lotes vistos no treino", ylabel="média", ylim=(-0.4, 6))
ax.set(xticks=[1, 100, 200, 300, 400, 500], yticks=[0, 2, 4])
