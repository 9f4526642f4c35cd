# %% [markdown]
# # Criou com um nome, usou com outro
# Dois nomes para a mesma coisa: o segundo não existe.

# %% preparo tags=["fora-do-slide"]
import keras

# %% errado raises="NameError" message="name 'early_stop' is not defined"
early_stopping = keras.callbacks.EarlyStopping()
callbacks = [early_stop]

# %% certo
early_stopping = keras.callbacks.EarlyStopping()
callbacks = [early_stopping]
