# %% [markdown]
# # A parada fica com os últimos pesos
# `restore_best_weights` é `False` por padrão: ficam os pesos das épocas de espera.

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


def train(stopping):
    model = build_model()
    history = model.fit(
        X_train,
        y_train,
        validation_data=(X_val, y_val),
        epochs=60,
        callbacks=[stopping],
        verbose=0,
    )
    kept = model.evaluate(X_val, y_val, verbose=0)
    return kept, min(history.history["val_loss"])


# %% errado effect="kept > best + 0.001"
stopping = EarlyStopping(patience=3)
kept, best = train(stopping)
print(f"melhor {best:.3f}, ficou {kept:.3f}")

# %% certo
stopping = EarlyStopping(patience=3, restore_best_weights=True)
kept, best = train(stopping)
print(f"melhor {best:.3f}, ficou {kept:.3f}")
