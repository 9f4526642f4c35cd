# %% [markdown]
# # Busca aleatória com validação cruzada, em um laço
# Cinco combinações sorteadas, três dobras, o StandardScaler dentro de cada dobra; o teste só no fim.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers
from scipy.stats import loguniform
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


# %% modelo tags=["fora-do-slide"]
def build_model(rate, activation):
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(30,)),
        layers.Dense(32, activation=activation),
        layers.Dense(1, activation="sigmoid"),
    ])
    adam = keras.optimizers.Adam(learning_rate=rate)
    model.compile(
        optimizer=adam,
        loss="binary_crossentropy",
        metrics=["accuracy"],
    )
    return model


# %% validar
def score_folds(params):
    folds = StratifiedKFold(3, shuffle=True, random_state=42)
    scores = []
    for train, val in folds.split(X_train, y_train):
        scaler = StandardScaler().fit(X_train[train])
        X_fit = scaler.transform(X_train[train])
        X_val = scaler.transform(X_train[val])
        model = build_model(**params)
        model.fit(X_fit, y_train[train], epochs=10, verbose=0)
        result = model.evaluate(
            X_val, y_train[val], return_dict=True, verbose=0
        )
        scores.append(result["accuracy"])
    return np.array(scores)


# %% sortear
space = {
    "rate": loguniform(1e-4, 1e-1),
    "activation": ["relu", "tanh"],
}
sampler = ParameterSampler(space, 5, random_state=0)
draws = list(sampler)
scores = [score_folds(params) for params in draws]
means = [each.mean() for each in scores]
best = draws[int(np.argmax(means))]
print(best["activation"], round(best["rate"], 4))

# %% tabela
pd.DataFrame({
    "taxa": [
        f"{params['rate']:.4f}".replace(".", ",") for params in draws
    ],
    "ativação": [params["activation"] for params in draws],
    "média (%)": [100 * mean for mean in means],
    "desvio": [100 * each.std(ddof=1) for each in scores],
}).sort_values("média (%)", ascending=False, ignore_index=True)

# %% teste
scaler = StandardScaler().fit(X_train)
model = build_model(**best)
X_scaled = scaler.transform(X_train)
model.fit(X_scaled, y_train, epochs=10, verbose=0)
result = model.evaluate(
    scaler.transform(X_test),
    y_test,
    return_dict=True,
    verbose=0,
)
print("no teste:", round(result["accuracy"], 3))

# %% valores tags=["fora-do-slide"]
best_mean, worst_mean = float(max(means)), float(min(means))
attempts = len(draws)
logistic = float(
    make_pipeline(StandardScaler(), LogisticRegression())
    .fit(X_train, y_train)
    .score(X_test, y_test)
)
test_score = result["accuracy"]
people = len(y_test)
# O erro padrão de uma proporção, em pontos.
test_error = 100 * float(
    np.sqrt(test_score * (1 - test_score) / people)
)
trainings = attempts * 3
