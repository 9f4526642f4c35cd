# %% [markdown]
# # O limiar, a precisão e a revocação
# A mesma rede, com outro limiar, troca um tipo de erro por outro.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers
from sklearn.datasets import load_breast_cancer
from sklearn.metrics import precision_score, recall_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

dados = load_breast_cancer()
# Na tabela original 0 é maligno; aqui a classe 1 é a que se procura.
X, y = dados.data[:, :3], 1 - dados.target
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.4, stratify=y, random_state=42
)
scaler = StandardScaler().fit(X_train)
X_train, X_test = scaler.transform(X_train), scaler.transform(X_test)

# %% treinar tags=["fora-do-slide"]
keras.utils.set_random_seed(42)
model = keras.Sequential([
    keras.Input(shape=(3,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.02), "binary_crossentropy")
model.fit(X_train, y_train, epochs=30, verbose=0)
p = model.predict_on_batch(X_test)[:, 0]
malignos, benignos = int(y_test.sum()), int((y_test == 0).sum())

# %% tabela
linhas = []
for threshold in [0.2, 0.5, 0.8]:
    predicted = p > threshold
    linhas.append({
        "limiar": threshold,
        "precisão (%)": 100 * precision_score(y_test, predicted),
        "revocação (%)": 100 * recall_score(y_test, predicted),
        "doentes perdidos": int(np.sum(~predicted & (y_test == 1))),
    })
tabela = pd.DataFrame(linhas)
tabela

# %% sempre_sadio tags=["fora-do-slide"]
acuracia_de_dizer_sadio = float(np.mean(y_test == 0))

# %% grafico
import matplotlib.pyplot as plt

limiares = np.linspace(0.02, 0.98, 97)
precisao = [precision_score(y_test, p > t) for t in limiares]
revocacao = [recall_score(y_test, p > t) for t in limiares]
fig, ax = plt.subplots(figsize=(4.8, 3.5))
ax.plot(limiares, np.multiply(100, precisao), label="precisão")
ax.plot(limiares, np.multiply(100, revocacao), label="revocação")
ax.set(xlabel="limiar", ylabel="%", ylim=(50, 101))
ax.set(xticks=[0, 0.2, 0.5, 0.8, 1])
ax.legend(loc="lower center", fontsize=14)
