# %% [markdown]
# # Guardar o melhor modelo
# ModelCheckpoint grava o modelo a cada melhora; depois ele é lido de volta e prevê o mesmo.

# %% dados tags=["fora-do-slide"]
import tempfile
import warnings

import keras
from keras import layers
from sklearn.datasets import make_moons

# O NumPy 2 avisa de uma conversão interna do Keras ao gravar.
warnings.filterwarnings("ignore", "__array__", DeprecationWarning)
X_train, y_train = make_moons(60, noise=0.35, random_state=0)
X_val, y_val = make_moons(200, noise=0.35, random_state=100)
keras.utils.set_random_seed(42)
model = keras.Sequential([
    keras.Input(shape=(2,)),
    layers.Dense(256, activation="relu"),
    layers.Dense(256, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.005),
    loss="binary_crossentropy",
)
folder = tempfile.TemporaryDirectory()
file = folder.name + "/melhor.keras"

# %% gravar
checkpoint = keras.callbacks.ModelCheckpoint(
    file,
    save_best_only=True,
)
history = model.fit(
    X_train,
    y_train,
    epochs=40,
    validation_data=(X_val, y_val),
    callbacks=[checkpoint],
    verbose=0,
)

# %% ler
best = keras.models.load_model(file)

val = X_val, y_val
last = model.evaluate(*val, verbose=0)
saved = best.evaluate(*val, verbose=0)
curve = history.history["val_loss"]
print(f"último: {last:.3f}")
print(f"gravado: {saved:.3f}")
print(f"menor: {min(curve):.3f}")

# %% limpar tags=["fora-do-slide"]
folder.cleanup()
del folder, file
