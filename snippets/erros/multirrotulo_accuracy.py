# %% [markdown]
# # `accuracy` em multirrótulo
# Com várias saídas, o Keras troca `accuracy` pela versão de classes que se excluem.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
X = rng.normal(size=(128, 4))
y = (X > 0.5).astype(int)  # quatro rótulos, cada um sim ou não


def build_model():
    keras.utils.set_random_seed(42)
    return keras.Sequential([
        keras.Input(shape=(4,)),
        layers.Dense(4, activation="sigmoid"),
    ])


# %% errado effect="abs(shown - counted) > 0.05"
model = build_model()
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.5),
    loss="binary_crossentropy",
    metrics=["accuracy"],
)
model.fit(X, y, epochs=20, batch_size=128, verbose=0)
result = model.evaluate(X, y, return_dict=True, verbose=0)
del result["loss"]
(shown,) = result.values()
counted = ((model.predict(X, verbose=0) > 0.5) == y).mean()
print(f"Keras: {shown:.2f}; à mão: {counted:.2f}")

# %% certo
model = build_model()
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.5),
    loss="binary_crossentropy",
    metrics=["binary_accuracy"],
)
model.fit(X, y, epochs=20, batch_size=128, verbose=0)
result = model.evaluate(X, y, return_dict=True, verbose=0)
del result["loss"]
(shown,) = result.values()
counted = ((model.predict(X, verbose=0) > 0.5) == y).mean()
print(f"Keras: {shown:.2f}; à mão: {counted:.2f}")
