# %% [markdown]
# # Criar uma coluna com ponto não cria coluna
# `df.nome = …` põe um atributo no objeto; a tabela fica como estava.

# %% preparo tags=["fora-do-slide"]
import pandas as pd

df = pd.DataFrame({"cor": ["azul", "verde", "azul"]})

# %% errado warns="UserWarning" message="allow columns to be created via a new attribute name" effect="'codigo' not in df.columns"
df.codigo = [0, 1, 0]

# %% certo
df["codigo"] = [0, 1, 0]
