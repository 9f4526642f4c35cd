# %% [markdown]
# # Os códigos sem os nomes
# Trocar o texto pelos códigos perde o nome das classes.

# %% preparo tags=["fora-do-slide"]
import pandas as pd

nomes = ["azul", "verde", "rosa"]
previsto = 2

# %% errado effect="resposta == 2"
y = pd.Categorical(nomes).codes
resposta = previsto
print("a rede disse:", resposta)

# %% certo
categorias = pd.Categorical(nomes)
y = categorias.codes
resposta = categorias.categories[previsto]
print("a rede disse:", resposta)
