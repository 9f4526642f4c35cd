# %% [markdown]
# # Quando não usar deep learning
# Em uma tabela pequena, um modelo linear com validação cruzada faz o mesmo que uma rede.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers
from sklearn.datasets import load_breast_cancer
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import StandardScaler

X, y = load_breast_cancer(return_X_y=True)


# %% rede tags=["fora-do-slide"]
def make_net():
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(30,)),
        layers.Dense(64, activation="relu"),
        layers.Dense(64, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(
        keras.optimizers.Adam(0.005),
        "binary_crossentropy",
    )
    return model


# %% comparacao tags=["fora-do-slide"]
acertos = {
    "sempre a maioria": [],
    "regressão logística": [],
    "rede neural": [],
}
folds = StratifiedKFold(n_splits=3, shuffle=True, random_state=42)
for train, test in folds.split(X, y):
    scaler = StandardScaler().fit(X[train])
    X_train, X_test = (
        scaler.transform(X[train]),
        scaler.transform(X[test]),
    )
    majority = DummyClassifier().fit(X_train, y[train])
    logistic = LogisticRegression().fit(X_train, y[train])
    model = make_net()
    model.fit(X_train, y[train], epochs=12, batch_size=64, verbose=0)
    predicted = np.ravel(model(X_test)) > 0.5
    acertos["sempre a maioria"].append(majority.score(X_test, y[test]))
    acertos["regressão logística"].append(
        logistic.score(X_test, y[test])
    )
    acertos["rede neural"].append(np.mean(predicted == y[test]))
exemplos, partes = len(y), folds.n_splits

# %% tabela
tabela = pd.DataFrame(acertos).agg(["mean", "std"]).T.mul(100)
tabela.columns = ["acurácia média (%)", "desvio (%)"]
tabela["parâmetros"] = [
    0,
    logistic.coef_.size + logistic.intercept_.size,
    model.count_params(),
]
tabela.rename_axis("modelo")

# %% razao tags=["fora-do-slide"]
vezes = float(
    tabela.loc["rede neural", "parâmetros"]
    / tabela.loc["regressão logística", "parâmetros"]
)
