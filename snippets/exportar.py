# %% [markdown]
# # Fora do caderno: exportar e encolher
# `export` grava só a conta, que roda sem o Keras; `quantize` guarda cada peso em um byte.

# %% parametros tags=["parameters", "fora-do-slide"] seed=[42, 0, 1]
seed = 42

# %% dados tags=["fora-do-slide"]
import tempfile
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf
from keras import layers
from sklearn.model_selection import train_test_split

digits = np.load("data/mnist.npz")
X, y = digits["imagens"].astype("float32"), digits["rotulos"]
X_train, X_test, y_train, y_test = train_test_split(
    X, y, train_size=4000, stratify=y, random_state=seed
)

folder = Path(tempfile.mkdtemp())

# %% treinar tags=["fora-do-slide"]
keras.utils.set_random_seed(seed)
model = keras.Sequential([
    keras.Input(shape=(28, 28)),
    layers.Rescaling(1 / 255),
    layers.Flatten(),
    layers.Dense(128, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.001),
    loss="sparse_categorical_crossentropy",
)
model.fit(X_train, y_train, epochs=8, verbose=0)

# %% exportar
path = folder / "digitos"
model.export(path, verbose=False)

# Em outro lugar, sem o Keras:
served = tf.saved_model.load(path)
there = served.serve(X_test)
here = model.predict(X_test, verbose=0)
print(np.allclose(there, here, atol=1e-5))


# %% tamanho
def size(model):
    weights = model.get_weights()
    return sum(w.nbytes for w in weights)


full_size = size(model)
model.quantize("int8", filters="dense")
print(full_size, "→", size(model), "bytes")

# %% comparar tags=["fora-do-slide"]
small_size = size(model)
shrunk = full_size / small_size
small = model.predict(X_test, verbose=0)
accuracy = {
    "antes": float(np.mean(here.argmax(axis=1) == y_test)),
    "depois": float(np.mean(small.argmax(axis=1) == y_test)),
}
change = 100 * abs(accuracy["depois"] - accuracy["antes"])
kinds = sorted({w.dtype for w in model.weights})
there = there.numpy()
same = np.array_equal(there.argmax(axis=1), here.argmax(axis=1))
