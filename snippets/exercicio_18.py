# %% [markdown]
# # Exercício 18: o limiar que custa menos
# Solução: o custo de cada limiar na validação, o menor deles, e a conferência no teste, uma vez só.

# %% parametros tags=["parameters", "fora-do-slide"] seed=[42, 0, 1, 2]
seed = 42

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

data = load_breast_cancer()
# A classe 1 é a que se procura: o tumor maligno.
X, y = data.data[:, :3], 1 - data.target
X_train, X_rest, y_train, y_rest = train_test_split(
    X, y, test_size=0.7, stratify=y, random_state=seed
)
X_val, X_test, y_val, y_test = train_test_split(
    X_rest, y_rest, test_size=0.5, stratify=y_rest, random_state=seed
)
scaler = StandardScaler().fit(X_train)

# %% rede tags=["fora-do-slide"]
keras.utils.set_random_seed(seed)
model = keras.Sequential([
    keras.Input(shape=(3,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.05),
    loss="binary_crossentropy",
)
model.fit(
    scaler.transform(X_train),
    y_train,
    epochs=30,
    batch_size=200,
    verbose=0,
)
p_val = model.predict(scaler.transform(X_val), verbose=0)[:, 0]
p_test = model.predict(scaler.transform(X_test), verbose=0)[:, 0]
thresholds = np.arange(0.05, 1, 0.05)


# %% custo tags=["fora-do-slide", "lacuna"]
# cost(threshold, p, y): dez por maligno perdido, um por alarme falso.
def cost(threshold, p, y):
    missed = np.sum((p <= threshold) & (y == 1))
    false_alarms = np.sum((p > threshold) & (y == 0))
    return int(10 * missed + false_alarms)


# %% escolha tags=["fora-do-slide", "lacuna"]
# chosen: o seu limiar, um de thresholds, escolhido na validação.
# E por quê, em um comentário.
# O de menor custo: um maligno perdido pesa como dez alarmes falsos.
costs = [cost(threshold, p_val, y_val) for threshold in thresholds]
chosen = float(thresholds[np.argmin(costs)])

# %% resposta
rows = {"escolhido": chosen, "metade": 0.5, "apontar todos": -1}
table = pd.DataFrame({
    "limiar": rows.keys(),
    "validação": [cost(t, p_val, y_val) for t in rows.values()],
    "teste": [cost(t, p_test, y_test) for t in rows.values()],
})
table

# %% conferir tags=["fora-do-slide"]
chosen_cost, half_cost, all_cost = (int(c) for c in table["teste"])
