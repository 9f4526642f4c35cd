# %% [markdown]
# # Avaliar nos dados do treino
# Rótulos sorteados: não há o que aprender. No treino, a rede parece ótima.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
X_train, X_test = rng.normal(size=(2, 60, 20))
y_train, y_test = rng.integers(0, 2, size=(2, 60))  # cara ou coroa
keras.utils.set_random_seed(42)
model = keras.Sequential([
    keras.Input(shape=(20,)),
    layers.Dense(64, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.01),
    loss="binary_crossentropy",
    metrics=["accuracy"],
)
model.fit(X_train, y_train, epochs=40, verbose=0)


quiet = {"return_dict": True, "verbose": 0}

# %% errado effect="accuracy > 0.9"
accuracy = model.evaluate(X_train, y_train, **quiet)["accuracy"]
print(f"acurácia: {accuracy:.2f}")

# %% certo
accuracy = model.evaluate(X_test, y_test, **quiet)["accuracy"]
print(f"acurácia: {accuracy:.2f}")
