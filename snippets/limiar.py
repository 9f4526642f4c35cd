# %% [markdown]
# # O limiar, a precisão e a revocação
# A mesma rede, com outro limiar, troca um tipo de erro por outro.

# %% parametros tags=["parameters", "fora-do-slide"] threshold=[0.5, 0.1, 0.2, 0.8]
threshold = 0.5

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers
from sklearn.datasets import load_breast_cancer
from sklearn.metrics import (
    precision_score,
    recall_score,
    roc_auc_score,
)
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

data = load_breast_cancer()
# Na tabela original 0 é maligno; aqui a classe 1 é a que se procura.
X, y = data.data[:, :3], 1 - data.target
X_train, X_val, y_train, y_val = train_test_split(
    X, y, test_size=0.4, stratify=y, random_state=42
)
scaler = StandardScaler().fit(X_train)
X_train, X_val = scaler.transform(X_train), scaler.transform(X_val)

# %% treinar tags=["fora-do-slide"]
keras.utils.set_random_seed(42)
model = keras.Sequential([
    keras.Input(shape=(3,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.02),
    loss="binary_crossentropy",
)
model.fit(X_train, y_train, epochs=30, verbose=0)
p = model.predict(X_val, verbose=0)[:, 0]
auc = float(roc_auc_score(y_val, p))
malignant, benign = int(y_val.sum()), int((y_val == 0).sum())

# %% tabela tags=["fora-do-slide"]
rows = []
for level in [0.2, 0.5, 0.8]:
    predicted = p > level
    rows.append({
        "limiar": level,
        "precisão (%)": 100 * precision_score(y_val, predicted),
        "revocação (%)": 100 * recall_score(y_val, predicted),
        "não achados": int(np.sum(~predicted & (y_val == 1))),
    })
table = pd.DataFrame(rows)

# %% sempre_sadio tags=["fora-do-slide"]
healthy_accuracy = float(np.mean(y_val == 0))

# %% escolhido tags=["fora-do-slide"]
alarm = p > threshold
found = int(np.sum(alarm & (y_val == 1)))
missed = malignant - found
false_alarms = int(np.sum(alarm & (y_val == 0)))

# %% grafico
import matplotlib.pyplot as plt

thresholds = np.linspace(0.02, 0.98, 97)
precision = [precision_score(y_val, p > t) for t in thresholds]
recall = [recall_score(y_val, p > t) for t in thresholds]
fig, ax = plt.subplots(figsize=(5.7, 3.1))
ax.plot(thresholds, np.multiply(100, precision))
ax.plot(thresholds, np.multiply(100, recall))
for score, color in [(precision_score, "C0"), (recall_score, "C1")]:
    height = 100 * score(y_val, alarm)
    ax.plot(threshold, height, "o", color=color, markersize=11)
ax.axvline(threshold, color="C4", linestyle=":", linewidth=2)
for row in rows:
    level, *scores, lost = row.values()
    ax.text(level, 111, f"{lost} perdidos", ha="center", weight=600)
    for score, color in zip(scores, ("C0", "C1"), strict=True):
        above, first = score == max(scores), color == "C0"
        ax.plot(level, score, "o", color=color, markersize=6)
        ax.annotate(
            f"{score:.0f}",
            (level, score),
            (-6 if above == first else 6, 3 if above else -4),
            textcoords="offset points",
            ha="right" if above == first else "left",
            va="bottom" if above else "top",
            color=color,
            weight=600,
        )
ax.set(xlabel="limiar", ylabel="%", ylim=(50, 109))
ax.set(xticks=[0, 0.2, 0.5, 0.8, 1], yticks=[50, 75, 100])
style = {"weight": 600, "fontsize": 15, "va": "center"}
ax.text(0.1, 58, "precisão", color="C0", **style)
ax.text(0.52, 57, "revocação", color="C1", **style)
