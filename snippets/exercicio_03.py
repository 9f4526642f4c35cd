# %% [markdown]
# # Exercício 3: três vinhos
# Solução: softmax com três saídas, escala ajustada no treino, matriz de confusão no teste.

# %% preparo tags=["fora-do-slide"]
import keras
import pandas as pd
from keras import layers
from sklearn.datasets import load_wine
from sklearn.metrics import confusion_matrix
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.4, stratify=y, random_state=42
)
# %% escala tags=["fora-do-slide", "lacuna"]
# X_train e X_test na mesma escala: a que o treino ensina.
scaler = StandardScaler().fit(X_train)
X_train, X_test = scaler.transform(X_train), scaler.transform(X_test)

# %% rede tags=["fora-do-slide", "lacuna"]
# model: a rede 13 → 16 → 3, com softmax na saída; compile e treine 20 épocas.
keras.utils.set_random_seed(42)
model = keras.Sequential([
    keras.Input(shape=(13,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(3, activation="softmax"),
])
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.01),
    loss="sparse_categorical_crossentropy",
)
model.fit(X_train, y_train, epochs=20, verbose=0)
# %% julgar tags=["fora-do-slide", "lacuna"]
# predicted: a classe de cada vinho do teste. matrix: a matriz de confusão.
# accuracy: a fração de acertos (float).
predicted = model.predict(X_test, verbose=0).argmax(axis=1)
matrix = confusion_matrix(y_test, predicted)
accuracy = float((predicted == y_test).mean())
# %% baseline tags=["fora-do-slide"]
majority = float(max(pd.Series(y_test).value_counts(normalize=True)))

# %% resposta
pd.DataFrame(
    matrix,
    columns=[f"previu {i}" for i in range(3)],
    index=pd.Index([f"é {i}" for i in range(3)], name="vinho"),
)
