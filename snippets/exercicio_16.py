# %% [markdown]
# # Exercício 16: precisa de uma rede?
# Solução: nos dois anéis, uma coluna feita à mão leva a regressão logística aonde a rede chega.

# %% parametros tags=["parameters", "fora-do-slide"] seed=[42, 0, 1, 2]
seed = 42

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers
from sklearn.datasets import make_circles
from sklearn.linear_model import LogisticRegression

X_train, y_train = make_circles(
    400, noise=0.12, factor=0.5, random_state=seed
)
X_val, y_val = make_circles(
    400, noise=0.12, factor=0.5, random_state=seed + 100
)

# %% rede tags=["fora-do-slide"]
keras.utils.set_random_seed(seed)
model = keras.Sequential([
    keras.Input(shape=(2,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.1),
    loss="binary_crossentropy",
)
model.fit(X_train, y_train, epochs=40, batch_size=400, verbose=0)
answers = model.predict(X_val, verbose=0)[:, 0] > 0.5
scores = {"rede": float(np.mean(answers == y_val))}

# %% reta tags=["fora-do-slide", "lacuna"]
# scores["duas colunas"]: a nota da regressão logística na validação.
logistic = LogisticRegression().fit(X_train, y_train)
scores["duas colunas"] = logistic.score(X_val, y_val)


# %% coluna tags=["fora-do-slide", "lacuna"]
# add_column(X): as duas colunas, e uma terceira, que você inventou.
# scores["três colunas"]: a nota da regressão logística com ela.
def add_column(X):
    distance = np.sqrt(X[:, 0] ** 2 + X[:, 1] ** 2)
    return np.column_stack([X, distance])


logistic = LogisticRegression().fit(add_column(X_train), y_train)
scores["três colunas"] = logistic.score(add_column(X_val), y_val)

# %% escolha tags=["fora-do-slide", "lacuna"]
# choice: "duas colunas", "três colunas" ou "rede". E por quê, em um comentário.
# Empate na validação: fico com o modelo que se explica.
choice = "três colunas"

# %% resposta
order = ["duas colunas", "três colunas", "rede"]
pd.DataFrame({
    "modelo": order,
    "acurácia (%)": [100 * scores[name] for name in order],
})
