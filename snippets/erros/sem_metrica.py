# %% [markdown]
# # `evaluate` devolve um número sem nome
# Sem métricas e sem guardar o resultado, sobra um número da perda que ninguém sabe ler.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
X = rng.normal(size=(64, 3))
y = (X.sum(axis=1) > 0).astype(int)

keras.utils.set_random_seed(42)
model = keras.Sequential([
    keras.Input(shape=(3,)),
    layers.Dense(4, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
keras.utils.disable_interactive_logging()  # sem barra de progresso

# %% errado effect="isinstance(measure, float)"
model.compile(loss="binary_crossentropy")
measure = model.evaluate(X, y)
print(f"{measure:.2f}")

# %% certo
model.compile(loss="binary_crossentropy", metrics=["accuracy"])
measure = model.evaluate(X, y, return_dict=True)
print(list(measure))
