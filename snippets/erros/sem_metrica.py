# %% [markdown]
# # `evaluate` devolve um número sem nome
# Sem métricas e sem guardar o resultado, sobra um número da perda que ninguém sabe ler.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

sorteio = np.random.default_rng(0)
X = sorteio.normal(size=(64, 3))
y = (X.sum(axis=1) > 0).astype(int)

keras.utils.set_random_seed(42)
model = keras.Sequential([
    keras.Input(shape=(3,)),
    layers.Dense(4, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])

# %% errado effect="isinstance(resultado, float)"
model.compile(
    optimizer="adam",
    loss="binary_crossentropy",
)
resultado = model.evaluate(
    X,
    y,
    verbose=0,
)
print(f"{resultado:.2f}")

# %% certo
model.compile(
    optimizer="adam",
    loss="binary_crossentropy",
    metrics=["accuracy"],
)
resultado = model.evaluate(
    X,
    y,
    verbose=0,
    return_dict=True,
)
print(list(resultado))
