# %% [markdown]
# # A mesma busca com as ferramentas do scikit-learn
# `keras.wrappers.SKLearnClassifier` faz de uma rede um estimador; as épocas vão em `params=` e em `fit`.

# %% dados tags=["fora-do-slide"]
import logging

import keras
from keras import layers
from keras.wrappers import SKLearnClassifier
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import (
    RandomizedSearchCV,
    StratifiedKFold,
    cross_val_score,
    cross_validate,
    train_test_split,
)
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler

# Sem barra de progresso, e sem o aviso de que cada rede nova é compilada.
keras.utils.disable_interactive_logging()
logging.getLogger("tensorflow").setLevel("ERROR")
X, y = load_breast_cancer(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.2, stratify=y, random_state=42
)
folds = StratifiedKFold(3, shuffle=True, random_state=42)


# %% modelo tags=["fora-do-slide"]
def build_model(X, y, rate=0.001):
    keras.utils.set_random_seed(42)
    inputs, outputs = X.shape[1], y.shape[1]
    model = keras.Sequential([
        keras.Input(shape=(inputs,)),
        layers.Dense(32, activation="relu"),
        layers.Dense(outputs, activation="softmax"),
    ])
    adam = keras.optimizers.Adam(learning_rate=rate)
    model.compile(
        optimizer=adam,
        loss="categorical_crossentropy",
    )
    return model


# %% estimador
network = Pipeline([
    ("scale", StandardScaler()),
    ("net", SKLearnClassifier(build_model)),
])
fit_args = {
    "net__epochs": 10,
    "net__verbose": 0,
}

# %% validar tags=["fora-do-slide"]
scores = cross_val_score(
    network,
    X_train,
    y_train,
    cv=folds,
    params=fit_args,
)
print(scores.round(3))

# %% buscar
rates = [0.1, 0.03, 0.01, 0.003, 0.001]
options = [{"rate": r} for r in rates]
search = RandomizedSearchCV(
    network,
    {"net__model_kwargs": options},
    n_iter=3,
    cv=folds,
    random_state=0,
)
search.fit(X_train, y_train, **fit_args)
print(search.best_params_)

# %% armadilha tags=["fora-do-slide"]
forgetful = Pipeline([
    ("scale", StandardScaler()),
    ("net", SKLearnClassifier(build_model, fit_kwargs={"epochs": 10})),
])
result = cross_validate(
    forgetful,
    X_train,
    y_train,
    cv=folds,
    return_estimator=True,
)

# %% contar tags=["fora-do-slide"]
for pipeline in result["estimator"]:
    print(len(pipeline[-1].history_.epoch))

# %% valores tags=["fora-do-slide"]
mean = float(scores.mean())
deviation = float(scores.std(ddof=1))
forgotten_epochs = len(pipeline[-1].history_.epoch)
requested_epochs = forgetful[-1].fit_kwargs["epochs"]
epochs_per_fold = [
    len(p[-1].history_.epoch) for p in result["estimator"]
]
best_mean = float(search.best_score_)
winner_epochs = len(search.best_estimator_[-1].history_.epoch)
attempts = search.cv_results_["params"]
means = search.cv_results_["mean_test_score"]
same_folds = search.cv is folds
