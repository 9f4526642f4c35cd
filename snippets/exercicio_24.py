# %% [markdown]
# # Exercício 24: no laboratório acertava
# Solução: quem usa a rede usa a escala do treino; ajustada de novo, uma garrafa vira a média de si mesma.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.3, stratify=y, random_state=42
)
scaler = StandardScaler().fit(X_train)

# %% rede tags=["fora-do-slide"]
keras.utils.set_random_seed(42)
model = keras.Sequential([
    keras.Input(shape=(13,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(3, activation="softmax"),
])
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.02),
    loss="sparse_categorical_crossentropy",
)
model.fit(
    scaler.transform(X_train),
    y_train,
    epochs=20,
    batch_size=62,
    verbose=0,
)


# %% errado
def answer(X):
    z = StandardScaler().fit_transform(X)
    p = model.predict(z, verbose=0)
    return p.argmax(axis=1)


# %% medir tags=["fora-do-slide"]
bottles = X_test[:6]


def one_by_one(answer):
    return np.concatenate([answer(bottle[None]) for bottle in bottles])


together = float(np.mean(answer(X_test) == y_test))
alone = one_by_one(answer)


# %% certo tags=["fora-do-slide", "lacuna"]
# right_answer(X): a mesma função, consertada.
def right_answer(X):
    p = model.predict(scaler.transform(X), verbose=0)
    return p.argmax(axis=1)


# %% conferir tags=["fora-do-slide"]
right_alone = one_by_one(right_answer)
right_together = right_answer(X_test)
accuracy = float(np.mean(right_together == y_test))
kinds = len(np.unique(alone))
