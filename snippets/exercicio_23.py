# %% [markdown]
# # Exercício 23: mil taxas, quase todas altas
# Solução: a taxa se sorteia em escala logarítmica; senão, nove em dez ficam na última faixa.

# %% preparo tags=["fora-do-slide"]
import numpy as np
import pandas as pd

edges = [0.0001, 0.001, 0.01, 0.1]
names = ["até 0,001", "até 0,01", "até 0,1"]

# %% errado
rng = np.random.default_rng(42)
rates = rng.uniform(0.0001, 0.1, 1000)


# %% medir tags=["fora-do-slide"]
def shares(rates):
    """A fração das taxas em cada uma das três faixas."""
    counts, _ = np.histogram(rates, edges)
    return counts / len(rates)


wrong = shares(rates)

# %% certo tags=["fora-do-slide", "lacuna"]
# right_rates: mil taxas, nos mesmos limites, com a mesma chance em cada faixa.
right_rates = 10 ** rng.uniform(-4, -1, 1000)

# %% resposta
right = shares(right_rates)
pd.DataFrame({
    "taxa": names,
    "antes (%)": 100 * wrong,
    "depois (%)": 100 * right,
})
