# %% [markdown]
# # Avaliar nos dados do treino
# Rótulos sorteados: não há o que aprender. No treino, a rede parece ótima.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

sorteio = np.random.default_rng(0)
X_train, X_test = sorteio.normal(size=(2, 60, 20))
y_train, y_test = sorteio.integers(0, 2, size=(2, 60))  # cara ou coroa
keras.utils.set_random_seed(42)
model = keras.Sequential([
    keras.Input(shape=(20,)),
    layers.Dense(64, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.01),
    loss="binary_crossentropy",
)
model.fit(X_train, y_train, epochs=40, verbose=0)


def acerto(X, y):
    return float(((np.asarray(model(X))[:, 0] > 0.5) == y).mean())


# %% errado effect="nota > 0.9"
nota = acerto(X_train, y_train)
print(f"acurácia: {nota:.2f}")

# %% certo
nota = acerto(X_test, y_test)
print(f"acurácia: {nota:.2f}")
