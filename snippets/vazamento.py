# %% [markdown]
# # Vazamento: quando o teste entra no treino
# Colunas e rótulos sorteados: ninguém acerta, em média, mais que a metade. Escolher colunas antes de dividir faz parecer que sim.

# %% parametros tags=["fora-do-slide", "parameters"] seed=[42, 0, 1, 2]
seed = 42

# %% dados tags=["fora-do-slide"]
import numpy as np
from sklearn.feature_selection import SelectKBest
from sklearn.model_selection import train_test_split

rng = np.random.default_rng(seed)
X = rng.normal(size=(200, 10_000))
y = rng.integers(0, 2, size=200)

# %% errado
# errado: escolher colunas, e só depois dividir
X_best = SelectKBest(k=50).fit_transform(X, y)
X_train, X_test, y_train, y_test = train_test_split(
    X_best, y, random_state=seed
)

# %% medir_errado tags=["fora-do-slide"]
import keras
from keras import layers


def train_and_test():
    keras.utils.set_random_seed(seed)
    model = keras.Sequential([
        keras.Input(shape=(50,)),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.05),
        loss="binary_crossentropy",
    )
    model.fit(X_train, y_train, epochs=20, verbose=0)
    predicted = model.predict(X_test, verbose=0)[:, 0] > 0.5
    return float(np.mean(predicted == y_test))


accuracy = {"errado": train_and_test()}

# %% certo
# certo: dividir, e escolher só no treino
X_train, X_test, y_train, y_test = train_test_split(
    X, y, random_state=seed
)
best = SelectKBest(k=50).fit(X_train, y_train)
X_train = best.transform(X_train)
X_test = best.transform(X_test)

# %% medir_certo tags=["fora-do-slide"]
accuracy["certo"] = train_and_test()
shape, people = X.shape, len(y_test)
