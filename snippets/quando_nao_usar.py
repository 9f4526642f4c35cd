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
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import StandardScaler

X, y = load_breast_cancer(return_X_y=True)


# %% rede tags=["fora-do-slide"]
def build_model():
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(30,)),
        layers.Dense(64, activation="relu"),
        layers.Dense(64, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.005),
        loss="binary_crossentropy",
    )
    return model


# %% comparacao tags=["fora-do-slide"]
accuracies = {
    "sempre a maioria": [],
    "regressão logística": [],
    "floresta de árvores": [],
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
    forest = RandomForestClassifier(random_state=42)
    forest.fit(X_train, y[train])
    model = build_model()
    model.fit(X_train, y[train], epochs=12, batch_size=64, verbose=0)
    predicted = model.predict(X_test, verbose=0)[:, 0] > 0.5
    accuracies["sempre a maioria"].append(
        majority.score(X_test, y[test])
    )
    accuracies["regressão logística"].append(
        logistic.score(X_test, y[test])
    )
    accuracies["floresta de árvores"].append(
        forest.score(X_test, y[test])
    )
    accuracies["rede neural"].append(np.mean(predicted == y[test]))
examples, parts = len(y), folds.n_splits

# %% tabela tags=["fora-do-slide"]
table = pd.DataFrame(accuracies).agg(["mean", "std"]).T.mul(100)
table.columns = ["acurácia média (%)", "desvio (%)"]
table["parâmetros"] = [
    0,
    logistic.coef_.size + logistic.intercept_.size,
    sum(tree.tree_.node_count for tree in forest.estimators_),
    model.count_params(),
]

# %% grafico
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(10.2, 2.75))
colors = {
    "sempre a maioria": "C5",
    "regressão logística": "C5",
    "floresta de árvores": "C5",
    "rede neural": "C0",
}
for row, (name, color) in enumerate(colors.items()):
    percent = 100 * np.array(accuracies[name])
    mean, std, parameters = table.loc[name]
    ax.errorbar(
        mean, row, xerr=std, color=color, capsize=8, elinewidth=3
    )
    ax.plot(percent, [row] * parts, "o", color=color, mfc="none", ms=11)
    ax.plot(mean, row, "D", color=color, ms=11)
    count = f"{int(parameters):,}".replace(",", ".")
    ax.text(
        mean - 3.5 if mean > 80 else mean + 1.5,
        row,
        f"{mean:.1f}".replace(".", ",") + f" %, {count} parâmetros",
        color=color,
        fontsize=17,
        weight=600,
        va="center",
        ha="right" if mean > 80 else "left",
    )
ax.set(xlabel="acurácia (%)", xlim=(55, 101), ylim=(3.5, -0.5))
ax.set_yticks(range(4), colors, fontsize=17)
ax.tick_params(axis="y", length=0)
