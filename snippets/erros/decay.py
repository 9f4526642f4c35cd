# %% [markdown]
# # `decay` é aceito e ignorado
# A taxa fica como está. Use uma agenda de taxas.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(42)
X = np.linspace(0, 1, 8).reshape(-1, 1)
y = 2 * X
model = keras.Sequential([keras.Input(shape=(1,)), layers.Dense(1)])

# %% errado warns="UserWarning" message="Argument `decay` is no longer supported and will be ignored" effect="rate == 0.1"
optimizer = keras.optimizers.SGD(
    learning_rate=0.1,
    decay=0.01,
)
model.compile(optimizer=optimizer, loss="mse")
model.fit(X, y, epochs=100, verbose=0)
rate = round(float(optimizer.learning_rate), 4)
print("taxa depois de 100 passos:", rate)

# %% certo
schedules = keras.optimizers.schedules
optimizer = keras.optimizers.SGD(
    learning_rate=schedules.InverseTimeDecay(
        0.1, decay_steps=1, decay_rate=0.01
    ),
)
model.compile(optimizer=optimizer, loss="mse")
model.fit(X, y, epochs=100, verbose=0)
rate = round(float(optimizer.learning_rate), 4)
print("taxa depois de 100 passos:", rate)
