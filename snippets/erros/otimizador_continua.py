# %% [markdown]
# # `set_weights` não zera o otimizador
# Os pesos voltam; os passos e o embalo do otimizador ficam.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
X = rng.normal(size=(64, 3))
y = (X.sum(axis=1) > 0).astype(int)

model = keras.Sequential([
    keras.Input(shape=(3,)),
    layers.Dense(4, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(
    optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"]
)

initial_weights = model.get_weights()
model.fit(X, y, epochs=5, verbose=0)

# %% errado effect="steps > 0"
model.set_weights(initial_weights)
steps = int(model.optimizer.iterations)
print("passos já dados:", steps)

# %% certo
model = keras.models.clone_model(model)
model.compile(optimizer="adam", loss="binary_crossentropy")
steps = int(model.optimizer.iterations)
print("passos já dados:", steps)
