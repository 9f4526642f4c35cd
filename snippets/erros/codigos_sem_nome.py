# %% [markdown]
# # Os códigos sem os nomes
# Trocar o texto pelos códigos perde o nome das classes.

# %% preparo tags=["fora-do-slide"]
import pandas as pd

names = ["azul", "verde", "rosa"]
predicted = 2

# %% errado effect="answer == 2"
y = pd.Categorical(names).codes
answer = predicted
print("a rede disse:", answer)

# %% certo
categories = pd.Categorical(names)
y = categories.codes
answer = categories.categories[predicted]
print("a rede disse:", answer)
