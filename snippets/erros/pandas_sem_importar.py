# %% [markdown]
# # `pd` é um apelido que você precisa criar
# `pd` e `plt` só existem depois do `import … as …`.

# %% errado raises="NameError" message="name 'pd' is not defined"
table = pd.DataFrame({"loss": [0.9, 0.5]})

# %% certo
import pandas as pd

table = pd.DataFrame({"loss": [0.9, 0.5]})
