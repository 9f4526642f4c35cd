# %% [markdown]
# # Rótulos inteiros com `categorical_crossentropy`
# Essa perda quer one-hot. Para inteiros existe a versão `sparse`.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
X = rng.normal(size=(90, 4))
y = X[:, :3].argmax(axis=1)


def build_model(activation="softmax"):
    keras.utils.set_random_seed(42)
    return keras.Sequential([
        keras.Input(shape=(4,)),
        layers.Dense(3, activation=activation),
    ])


model = build_model()

# %% errado raises="ValueError" message="must have the same rank"
model.compile(
    optimizer="adam",
    loss="categorical_crossentropy",
)
model.fit(X, y, verbose=0)

# %% certo
model.compile(
    optimizer="adam",
    loss="sparse_categorical_crossentropy",
)
model.fit(X, y, verbose=0)
