# %% [markdown]
# # Exercício 17: a rede que empata com a média
# Solução: `predict` devolve uma coluna, e o alvo é uma fila; a subtração comparou todos com todos.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_diabetes
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

data = load_diabetes(as_frame=True, scaled=False).frame
X, y = data[["bmi", "bp", "s5"]].to_numpy(), data["target"].to_numpy()
X_train, X_val, y_train, y_val = train_test_split(
    X, y, test_size=0.4, random_state=42
)
scaler = StandardScaler().fit(X_train)
X_train, X_val = scaler.transform(X_train), scaler.transform(X_val)
baseline = np.mean(np.abs(y_val - y_train.mean()))

# %% rede tags=["fora-do-slide"]
keras.utils.set_random_seed(42)
model = keras.Sequential([
    keras.Input(shape=(3,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(1),
])
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.1),
    loss="mse",
    metrics=["mae"],
)
model.fit(X_train, y_train, epochs=30, batch_size=64, verbose=0)

# %% errado
predicted = model.predict(X_val, verbose=0)
errors = np.abs(predicted - y_val)
mae = errors.mean()

# %% medir tags=["fora-do-slide"]
wrong = float(mae)

# %% certo tags=["fora-do-slide", "lacuna"]
# shape: a forma de errors, em uma lista. O que ela diz?
# right: o mesmo MAE, consertado.
shape = list(errors.shape)
right = float(np.abs(predicted[:, 0] - y_val).mean())

# %% conferir tags=["fora-do-slide"]
result = model.evaluate(X_val, y_val, return_dict=True, verbose=0)
by_keras = result["mae"]
people = len(y_val)
