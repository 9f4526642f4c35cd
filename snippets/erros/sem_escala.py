# %% [markdown]
# # Colunas sem padronizar
# Colunas que chegam a milhares saturam a rede: ela só responde a classe mais comum.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X, y = load_breast_cancer(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, stratify=y, random_state=0
)


def acerto(X_train, X_test):
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(30,)),
        layers.Dense(8, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="sgd", loss="binary_crossentropy")
    model.fit(X_train, y_train, epochs=15, verbose=0)
    certas = (np.asarray(model(X_test))[:, 0] > 0.5) == y_test
    return float(certas.mean())


# %% errado effect="nota < 0.8"
nota = acerto(X_train, X_test)
print(f"acurácia no teste: {nota:.2f}")

# %% certo
escala = StandardScaler().fit(X_train)
Z_train = escala.transform(X_train)
Z_test = escala.transform(X_test)
nota = acerto(Z_train, Z_test)
print(f"acurácia no teste: {nota:.2f}")
