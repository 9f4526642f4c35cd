# %% [markdown]
# # A parada que nunca acontece
# Com poucas épocas, a validação melhora até a última: a parada não tem por que agir.

# %% preparo tags=["fora-do-slide"]
import keras
from keras import layers
from sklearn.datasets import make_moons

X, y = make_moons(160, noise=0.35, random_state=0)
X_train, y_train = X[:60], y[:60]
X_val, y_val = X[60:], y[60:]


def build_model():
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(2,)),
        layers.Dense(64, activation="relu"),
        layers.Dense(64, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.005),
        loss="binary_crossentropy",
    )
    return model


options = {"validation_data": (X_val, y_val), "verbose": 0}

# %% errado effect="stopped == 0"
model = build_model()
stopping = keras.callbacks.EarlyStopping(patience=5)
options["callbacks"] = [stopping]
model.fit(X_train, y_train, epochs=10, **options)
stopped = stopping.stopped_epoch
print("parou na época:", stopped)

# %% certo
model = build_model()
stopping = keras.callbacks.EarlyStopping(patience=5)
options["callbacks"] = [stopping]
model.fit(X_train, y_train, epochs=100, **options)
stopped = stopping.stopped_epoch
print("parou na época:", stopped)
