# %% [markdown]
# # O mesmo argumento duas vezes
# O Python recusa o arquivo inteiro antes de rodar a primeira linha.

# %% preparo tags=["fora-do-slide"]
from keras.layers import Dense

# %% errado raises="SyntaxError" message="keyword argument repeated: activation"
Dense(4, activation="relu", activation="tanh")

# %% certo
Dense(4, activation="tanh")
