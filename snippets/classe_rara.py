# %% [markdown]
# # Uma classe rara
# Três em cada cem exemplos são da classe 1. A acurácia é alta, e a rede perde muitos dos que se procuram.

# %% parametros tags=["parameters", "fora-do-slide"] seed=[42, 0, 1]
seed = 42

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.datasets import make_classification
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import (
    average_precision_score,
    precision_recall_curve,
    precision_score,
    recall_score,
    roc_auc_score,
    roc_curve,
)
from sklearn.model_selection import train_test_split

X, y = make_classification(
    n_samples=12_000,
    n_features=10,
    n_informative=5,
    n_redundant=0,
    weights=[0.97],
    flip_y=0.005,
    random_state=seed,
)
X_train, X_rest, y_train, y_rest = train_test_split(
    X, y, test_size=0.5, stratify=y, random_state=seed
)
X_val, X_test, y_val, y_test = train_test_split(
    X_rest, y_rest, test_size=0.5, stratify=y_rest, random_state=seed
)


def build_model():
    keras.utils.set_random_seed(seed)
    model = keras.Sequential([
        keras.Input(shape=(10,)),
        layers.Dense(32, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.005),
        loss="binary_crossentropy",
    )
    return model


# %% sem_pesos tags=["fora-do-slide"]
recipe = {"epochs": 15, "batch_size": 128, "verbose": 0}
plain = build_model()
plain.fit(X_train, y_train, **recipe)

# %% pesos
rare = y_train.mean()
weights = {0: 1.0, 1: (1 - rare) / rare}
model = build_model()
model.fit(X_train, y_train, class_weight=weights, **recipe)


# %% medir tags=["fora-do-slide"]
def probabilities(network, inputs):
    return network.predict(inputs, batch_size=500, verbose=0)[:, 0]


# O limiar que, na validação, dá tantos alarmes quanto os pesos.
val_alarms = np.mean(probabilities(model, X_val) > 0.5)
threshold = float(
    np.quantile(probabilities(plain, X_val), 1 - val_alarms)
)
logistic = LogisticRegression().fit(X_train, y_train)
p = {
    "rede": probabilities(plain, X_test),
    "pesos": probabilities(model, X_test),
    "logística": logistic.predict_proba(X_test)[:, 1],
}
alarms = {
    "nunca": np.zeros(len(y_test), dtype=bool),
    "logística": p["logística"] > 0.5,
    "rede": p["rede"] > 0.5,
    "pesos": p["pesos"] > 0.5,
    "limiar": p["rede"] > threshold,
}
accuracy = {k: float(np.mean(a == y_test)) for k, a in alarms.items()}
precision = {
    k: float(precision_score(y_test, a, zero_division=0))
    for k, a in alarms.items()
}
recall = {k: float(recall_score(y_test, a)) for k, a in alarms.items()}
weight = float(weights[1])
rare_share = float(y_test.mean())
rare_count = int(y_test.sum())

# %% curvas tags=["fora-do-slide"]
auc = {k: float(roc_auc_score(y_test, v)) for k, v in p.items()}
ap = {
    k: float(average_precision_score(y_test, v)) for k, v in p.items()
}
# O mesmo teste com menos exemplos da classe 0: metade de cada uma.
rng = np.random.default_rng(seed)
zeros = rng.choice(np.flatnonzero(y_test == 0), rare_count, False)
half = np.concatenate([np.flatnonzero(y_test == 1), zeros])
auc_half = float(roc_auc_score(y_test[half], p["rede"][half]))
ap_half = float(average_precision_score(y_test[half], p["rede"][half]))

# %% grafico
import matplotlib.pyplot as plt

fig, (left, right) = plt.subplots(1, 2, figsize=(10.2, 3.0))
for name, look in [("logística", "C5--"), ("rede", "C0-")]:
    false_alarms, found, _ = roc_curve(y_test, p[name])
    left.plot(100 * false_alarms, 100 * found, look)
    right_ones, found, _ = precision_recall_curve(y_test, p[name])
    right.plot(100 * found, 100 * right_ones, look)
for name, color, marker in [("rede", "C0", "o"), ("pesos", "C2", "s")]:
    alarm = alarms[name]
    false_rate = 100 * np.mean(alarm[y_test == 0])
    found = 100 * recall[name]
    style = {"color": color, "markersize": 12, "zorder": 3}
    left.plot(false_rate, found, marker, **style)
    right.plot(found, 100 * precision[name], marker, **style)
bold = {"weight": 600, "fontsize": 15}
left.plot([0, 100], [0, 100], color="C4", linestyle=":", linewidth=2)
left.text(62, 52, "sorteio", color="C4", fontsize=15)
left.text(
    98, 20, f"rede: {auc['rede']:.2f}", color="C0", ha="right", **bold
)
left.text(
    98,
    6,
    f"regressão: {auc['logística']:.2f}",
    color="C5",
    ha="right",
    **bold,
)
right.axhline(100 * rare_share, color="C4", linestyle=":", linewidth=2)
right.text(
    98, 94, f"rede: {ap['rede']:.2f}", color="C0", ha="right", **bold
)
right.text(
    98,
    82,
    f"regressão: {ap['logística']:.2f}",
    color="C5",
    ha="right",
    **bold,
)
left.set_title("Curva ROC, e a área")
right.set_title("Precisão e revocação, e a média")
left.set(
    xlabel="alarmes falsos, entre os 0 (%)", ylabel="revocação (%)"
)
right.set(xlabel="revocação (%)", ylabel="precisão (%)")
for ax in (left, right):
    ax.set(xlim=(-2, 102), ylim=(-2, 104))
    ax.set(xticks=[0, 50, 100], yticks=[0, 50, 100])
