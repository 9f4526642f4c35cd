# %% [markdown]
# # Exercício 7: quantas atualizações?
# Solução: a divisão arredondada para cima, conferida com o contador do otimizador.

# %% preparo tags=["fora-do-slide"]
import math

import keras
import pandas as pd
from keras import layers
from sklearn.datasets import load_iris

X, y = load_iris(return_X_y=True)
# %% contar tags=["fora-do-slide", "lacuna"]
# rows: para os lotes 1, 16, 50 e 150, nessa ordem, um dicionário com as chaves
# "batch_size", "à mão" (a sua conta) e "contador" (o do otimizador), em duas épocas.
rows = []
for size in [1, 16, 50, 150]:
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(4,)),
        layers.Dense(3, activation="softmax"),
    ])
    model.compile(
        optimizer="sgd", loss="sparse_categorical_crossentropy"
    )
    model.fit(X, y, epochs=2, batch_size=size, verbose=0)
    rows.append({
        "batch_size": size,
        "à mão": 2 * math.ceil(len(X) / size),
        "contador": int(model.optimizer.iterations),
    })

# %% resposta
pd.DataFrame(rows)
