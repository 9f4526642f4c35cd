# %% [markdown]
# # `plt.show()` onde não há tela
# Em um servidor não há janela: o gráfico se perde. Salve em arquivo.

# %% preparo tags=["fora-do-slide"]
import io

import matplotlib.pyplot as plt

plt.switch_backend("agg")  # como em um servidor
file = io.BytesIO()
fig, ax = plt.subplots()
rows = ax.plot([3, 2, 1])

# %% errado effect="file.tell() == 0"
plt.show()

# %% certo
fig.savefig(file, format="svg")
