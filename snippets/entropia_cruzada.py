# %% [markdown]
# # Entropia cruzada
# A perda cresce sem limite quando a rede tem certeza e está errada.

# %% conta
from keras import losses

for p in [0.9, 0.5, 0.01]:
    loss = losses.binary_crossentropy([1.0], [p])
    print(f"p = {p:.2f}: perda {float(loss):.2f}")

# %% valores tags=["fora-do-slide"]
import numpy as np

sure_and_wrong_loss = float(loss)

# %% grafico
import matplotlib.pyplot as plt

probability = np.linspace(0.004, 0.996, 200)
fig, ax = plt.subplots(figsize=(4.1, 4.1))
ax.plot(probability, -np.log(probability), linewidth=3)
ax.plot(probability, -np.log(1 - probability), linewidth=3)
ax.text(0.06, 4.2, "era classe 1", color="C0", weight=600)
ax.text(0.94, 4.2, "era classe 0", color="C1", weight=600, ha="right")
ax.set(xlabel="probabilidade da classe 1", ylabel="perda")
ax.set(ylim=(0, 4.8), xticks=[0, 0.5, 1])
