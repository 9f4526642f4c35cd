# %% [markdown]
# # O bloco copiado sozinho
# O código usa nomes que outro arquivo criou: `model`, `pd`, `plt`, `get_model`. Sozinho, ele para no primeiro.

# %% errado raises="NameError" message="name 'model' is not defined"
import numpy as np

X = np.zeros((8, 3))
y = np.zeros(8)

model.fit(X, y, epochs=5, verbose=0)

# %% certo
import keras
import numpy as np

X = np.zeros((8, 3))
y = np.zeros(8)
layer = keras.layers.Dense(1)
model = keras.Sequential([layer])
model.compile(optimizer="adam", loss="mse")
model.fit(X, y, epochs=5, verbose=0)
