# %% [markdown]
# # Vazamento: quando o teste entra no treino
# Colunas e rótulos sorteados: ninguém pode acertar mais que a metade. Escolher colunas antes de dividir finge que pode.

# %% dados
import numpy as np
from sklearn.feature_selection import SelectKBest
from sklearn.model_selection import train_test_split

rng = np.random.default_rng(42)
X = rng.normal(size=(200, 10_000))
y = rng.integers(0, 2, size=200)

# %% errado
best = SelectKBest(k=50).fit(X, y)
X_best = best.transform(X)
wrong = train_test_split(X_best, y, random_state=42)

# %% certo
right = train_test_split(X, y, random_state=42)
X_train, X_test, y_train, y_test = right
best = SelectKBest(k=50).fit(X_train, y_train)
X_train = best.transform(X_train)
X_test = best.transform(X_test)

# %% medir tags=["fora-do-slide"]
import keras
import pandas as pd
from keras import layers


def acerto(X_train, X_test, y_train, y_test):
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(50,)),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(keras.optimizers.Adam(0.05), "binary_crossentropy")
    model.fit(X_train, y_train, epochs=20, verbose=0)
    previsto = model.predict_on_batch(X_test)[:, 0] > 0.5
    return float(np.mean(previsto == y_test))


formato = X.shape
acuracia = {
    "errado": acerto(*wrong),
    "certo": acerto(X_train, X_test, y_train, y_test),
}

# %% tabela
pd.DataFrame({
    "escolher colunas": ["antes de dividir", "só no treino"],
    "acurácia no teste (%)": [100 * a for a in acuracia.values()],
})
