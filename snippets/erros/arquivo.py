# %% [markdown]
# # O arquivo não está onde o código procura
# Um caminho relativo conta a partir da pasta em que o Python roda.

# %% preparo tags=["fora-do-slide"]
import pandas as pd

# %% errado raises="FileNotFoundError" message="No such file or directory: 'data.csv'"
df = pd.read_csv("data.csv")

# %% certo
df = pd.read_csv("../data/iris.csv")
