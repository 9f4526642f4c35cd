# %% [markdown]
# # `fit` de novo continua o treino
# O segundo `fit` parte dos pesos que o primeiro deixou.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
X = rng.normal(size=(64, 3))
y = (X.sum(axis=1) > 0).astype(int)


def build_model():
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(3,)),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.1),
        loss="binary_crossentropy",
    )
    return model


# %% errado effect="again < first"
model = build_model()
history = model.fit(X, y, epochs=5, verbose=0)
first = history.history["loss"][0]
history = model.fit(X, y, epochs=5, verbose=0)
again = history.history["loss"][0]
print(f"{first:.2f}, depois {again:.2f}")

# %% certo
model = build_model()
history = model.fit(X, y, epochs=5, verbose=0)
first = history.history["loss"][0]
history = build_model().fit(X, y, epochs=5, verbose=0)
again = history.history["loss"][0]
print(f"{first:.2f}, depois {again:.2f}")
