# %% [markdown]
# # Uma reta que aprende
# Vinte pontos em torno de uma reta conhecida, e a reta que o ajuste encontra.

# %% parametros tags=["parameters"] ruido=[0.4, 1.5]
ruido = 0.4

# %% dados tags=["fora-do-slide"]
import numpy as np

rng = np.random.default_rng(42)
inclinacao_real = 2.0
x = np.linspace(0, 3, 20)
y = inclinacao_real * x + 1 + rng.normal(0, ruido, len(x))

# %% ajuste tags=["lacuna"]
# inclinacao e altura: as da reta que deixa o menor erro.
inclinacao, altura = np.polyfit(x, y, deg=1)
print(f"inclinação: {inclinacao:.2f}")
print(f"altura: {altura:.2f}")

# %% medida
import pandas as pd

erro = float(np.abs(y - (inclinacao * x + altura)).mean())
pd.DataFrame({"inclinação": [inclinacao], "altura": [altura]})

# %% desenho
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(10.2, 3.0))
ax.scatter(x, y, s=40)
ax.plot(x, inclinacao * x + altura, color="C1")
ax.set(xlabel="x", ylabel="y")
