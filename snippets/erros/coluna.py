# %% [markdown]
# # A coluna que não existe
# `df.response` e `df["response"]` só valem se o arquivo tem essa coluna. Leia os nomes antes.

# %% preparo tags=["fora-do-slide"]
import pandas as pd

df = pd.DataFrame({"cor": ["azul", "verde", "azul"]})

# %% errado raises="AttributeError" message="has no attribute 'response'"
labels = pd.Categorical(df.response)

# %% certo
labels = pd.Categorical(df["cor"])
