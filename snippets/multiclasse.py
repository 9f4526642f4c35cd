# %% [markdown]
# # Classificação com várias classes
# De um CSV com rótulos em texto até a matriz de confusão: três espécies de íris.

# %% ler
import pandas as pd

df = pd.read_csv("data/iris.csv")
df.iloc[:3, 2:]

# %% codigos
species = pd.Categorical(df["especie"])
names = list(species.categories)
codes = species.codes

print(names)
print("códigos:", codes[:6])
print("faltando:", (codes < 0).sum())

# %% onehot
import keras

y = keras.utils.to_categorical(codes)
print(y[:3])

# %% faltando
wrong = keras.utils.to_categorical([0, -1], 3)
print(wrong)

# %% divisao tags=["fora-do-slide"]
import numpy as np
from keras import layers
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X = df.drop(columns="especie").to_numpy()
train, test = train_test_split(
    np.arange(len(X)), test_size=0.4, stratify=codes, random_state=42
)
train, val = train_test_split(
    train, test_size=0.25, stratify=codes[train], random_state=42
)
scaler = StandardScaler().fit(X[train])
X = scaler.transform(X)
X_train, X_val, X_test = X[train], X[val], X[test]
y_train, y_val, y_test = y[train], y[val], y[test]


# %% modelo
def build_model(loss):
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(4,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(3, activation="softmax"),
    ])
    adam = keras.optimizers.Adam(learning_rate=0.02)
    model.compile(
        optimizer=adam,
        loss=loss,
        metrics=["accuracy"],
    )
    return model


# %% treinar
model = build_model("categorical_crossentropy")
model.fit(X_train, y_train, epochs=40, verbose=0)
probabilities = model.predict(X_test, verbose=0)
print(probabilities[:2].round(2))
print("classes:", probabilities[:2].argmax(axis=1))

# %% esparsa
sparse = build_model("sparse_categorical_crossentropy")
sparse.fit(X_train, codes[train], epochs=40, verbose=0)
same = sparse.predict(X_test, verbose=0)
print("diferença:", abs(same - probabilities).max().round(4))

# %% avaliar tags=["fora-do-slide"]
from sklearn.metrics import (
    confusion_matrix,
    precision_recall_fscore_support,
)

truth, predicted = codes[test], probabilities.argmax(axis=1)
logistic = LogisticRegression().fit(X_train, codes[train])
accuracy = {
    "rede": float(np.mean(predicted == truth)),
    "logística": float(logistic.score(X_test, truth)),
    "maioria": float(np.bincount(truth).max() / len(truth)),
}
matrix = confusion_matrix(truth, predicted)

# %% confusao
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(4.9, 4.1))
ax.imshow(matrix, cmap="Blues", vmax=1.6 * matrix.max())
for i in range(3):
    for j in range(3):
        ax.text(
            j,
            i,
            matrix[i, j],
            ha="center",
            va="center",
            fontsize=24,
            color="C4" if matrix[i, j] else "0.6",
            weight=600 if matrix[i, j] else 400,
        )
ax.set(xlabel="previsto", ylabel="verdade")
ax.set(xticks=range(3), yticks=range(3))
ax.set_xticklabels(names)
ax.set_yticklabels(names)
ax.grid(False)

# %% por_classe
precision, recall, _, cases = precision_recall_fscore_support(
    truth, predicted
)
pd.DataFrame(
    {
        "precisão (%)": 100 * precision,
        "revocação (%)": 100 * recall,
        "flores": cases,
    },
    index=pd.Index(names, name="espécie"),
)
