# %% [markdown]
# # Parada antecipada sem validação
# Sem dados de validação não existe `val_loss`: a parada avisa e nunca age.

# %% preparo tags=["fora-do-slide"]
import keras
from keras import layers
from keras.callbacks import EarlyStopping
from sklearn.datasets import make_moons

X, y = make_moons(160, noise=0.35, random_state=0)
X_train, y_train = X[:60], y[:60]
X_val, y_val = X[60:], y[60:]


def build_model(units=64):
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(2,)),
        layers.Dense(units, activation="relu"),
        layers.Dense(units, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.02),
        loss="binary_crossentropy",
    )
    return model


val = (X_val, y_val)

# %% errado warns="UserWarning" message="conditioned on metric `val_loss` which is not available" effect="stopping.stopped_epoch == 0"
stopping = EarlyStopping(patience=2)
options = {"epochs": 20, "callbacks": [stopping], "verbose": 0}
model = build_model()
model.fit(X_train, y_train, **options)
print("parou na época", stopping.stopped_epoch)

# %% certo
stopping = EarlyStopping(patience=2)
options = {"epochs": 20, "callbacks": [stopping], "verbose": 0}
model = build_model()
model.fit(X_train, y_train, validation_data=val, **options)
print("parou na época", stopping.stopped_epoch)
