# %% [markdown]
# # Busca aleatória com validação cruzada, em um laço
# Quatro combinações sorteadas, três dobras, o StandardScaler dentro de cada dobra; o teste só no fim.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import (
    ParameterSampler,
    StratifiedKFold,
    train_test_split,
)
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

X, y = load_breast_cancer(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.2, stratify=y, random_state=42
)


# %% modelo
def create_model(learning_rate, activation):
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(30,)),
        layers.Dense(32, activation=activation),
        layers.Dense(1, activation="sigmoid"),
    ])
    adam = keras.optimizers.Adam(learning_rate)
    loss = "binary_crossentropy"
    model.compile(adam, loss, metrics=["accuracy"])
    return model


# %% validar
def cross_validate(params):
    folds = StratifiedKFold(3, shuffle=True, random_state=42)
    scores = []
    for train, val in folds.split(X_train, y_train):
        scaler = StandardScaler().fit(X_train[train])
        model = create_model(**params)
        X_fold = scaler.transform(X_train[train])
        model.fit(X_fold, y_train[train], epochs=10, verbose=0)
        X_fold = scaler.transform(X_train[val])
        result = model.evaluate(X_fold, y_train[val], verbose=0)
        scores.append(result[1])
    return np.array(scores)


# %% sortear
space = {
    "learning_rate": [0.1, 0.01, 0.001, 0.0001],
    "activation": ["relu", "tanh"],
}
draws = ParameterSampler(space, 4, random_state=0)
trials = []
for params in draws:
    trials.append((params, cross_validate(params)))
best, _ = max(trials, key=lambda t: t[1].mean())
print(best)

# %% tabela
pd.DataFrame([
    {
        "taxa": f"{params['learning_rate']:g}".replace(".", ","),
        "ativação": params["activation"],
        "média (%)": 100 * scores.mean(),
        "desvio": 100 * scores.std(),
    }
    for params, scores in trials
]).sort_values("média (%)", ascending=False, ignore_index=True)

# %% teste
scaler = StandardScaler().fit(X_train)
X_scaled = scaler.transform(X_train)
model = create_model(**best)
model.fit(X_scaled, y_train, epochs=10, verbose=0)
result = model.evaluate(
    scaler.transform(X_test),
    y_test,
    return_dict=True,
    verbose=0,
)
print("no teste:", round(result["accuracy"], 3))

# %% valores tags=["fora-do-slide"]
melhor_media = float(max(scores.mean() for _, scores in trials))
pior_media = float(min(scores.mean() for _, scores in trials))
logistica = float(
    make_pipeline(StandardScaler(), LogisticRegression())
    .fit(X_train, y_train)
    .score(X_test, y_test)
)
no_teste = result["accuracy"]
treinos = len(trials) * 3
