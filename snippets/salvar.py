# %% [markdown]
# # Salvar e carregar
# Um arquivo `.keras` guarda a arquitetura, os pesos e o otimizador; a rede lida responde o mesmo.

# %% dados tags=["fora-do-slide"]
import tempfile
from pathlib import Path

import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.3, stratify=y, random_state=42
)
folder = Path(tempfile.mkdtemp())

keras.utils.set_random_seed(42)

# %% modelo
scale = layers.Normalization()
scale.adapt(X_train)
model = keras.Sequential([
    keras.Input(shape=(13,)),
    scale,
    layers.Dense(16, activation="relu"),
    layers.Dense(3, activation="softmax"),
])

# %% treinar tags=["fora-do-slide"]
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.01),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(X_train, y_train, epochs=15, verbose=0)
accuracy = model.evaluate(X_test, y_test, return_dict=True, verbose=0)[
    "accuracy"
]

# %% salvar
path = folder / "vinhos.keras"
model.save(path)
loaded = keras.models.load_model(path)
before = model.predict(X_test, verbose=0)
after = loaded.predict(X_test, verbose=0)
print(np.array_equal(before, after))
