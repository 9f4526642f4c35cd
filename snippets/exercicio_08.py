# %% [markdown]
# # Exercício 8: quantos neurônios?
# Solução: dois tamanhos, três dobras estratificadas, a escala dentro da dobra.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers
from sklearn.datasets import load_wine
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import StandardScaler

X, y = load_wine(return_X_y=True)


# %% validar tags=["fora-do-slide", "lacuna"]
# score_folds(units): as três notas, em NumPy, de uma validação cruzada
# estratificada, com a escala ajustada e a rede criada dentro de cada dobra.
def score_folds(units):
    folds = StratifiedKFold(3, shuffle=True, random_state=42)
    scores = []
    for train, val in folds.split(X, y):
        scaler = StandardScaler().fit(X[train])
        keras.utils.set_random_seed(42)
        model = keras.Sequential([
            keras.Input(shape=(13,)),
            layers.Dense(units, activation="relu"),
            layers.Dense(3, activation="softmax"),
        ])
        model.compile(
            optimizer=keras.optimizers.Adam(learning_rate=0.01),
            loss="sparse_categorical_crossentropy",
        )
        model.fit(
            scaler.transform(X[train]), y[train], epochs=10, verbose=0
        )
        predicted = model.predict(
            scaler.transform(X[val]), verbose=0
        ).argmax(axis=1)
        scores.append(np.mean(predicted == y[val]))
    return np.array(scores)


# %% comparar tags=["fora-do-slide"]
results = {units: score_folds(units) for units in (2, 32)}

# %% resposta
pd.DataFrame({
    "neurônios": results.keys(),
    "média (%)": [100 * n.mean() for n in results.values()],
    "desvio": [100 * n.std(ddof=1) for n in results.values()],
})
