# %% [markdown]
# # Exercício: a altura da turma
# Solução: a média, e a distância de cada um até ela.

# %% preparo tags=["fora-do-slide"]
import numpy as np
import pandas as pd

alturas = np.array([1.52, 1.60, 1.68, 1.75, 1.80])

# %% conta tags=["fora-do-slide", "lacuna"]
# media: a média das alturas. distancias: o quanto cada uma passa dela, ou falta.
media = alturas.mean()
distancias = alturas - media

# %% resposta
pd.DataFrame({"altura": alturas, "distância": distancias})
