# %% [markdown]
# # A parada que nunca acontece
# Em uma rede pequena e lenta, a validação melhora até a última época: a parada não tem por que agir.

# %% preparo tags=["fora-do-slide"]
import keras
from keras import layers
from sklearn.datasets import make_moons

X, y = make_moons(160, noise=0.35, random_state=0)
X_train, y_train = X[:60], y[:60]
X_val, y_val = X[60:], y[60:]


def criar(neuronios=64):
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(2,)),
        layers.Dense(neuronios, activation="relu"),
        layers.Dense(neuronios, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.005),
        loss="binary_crossentropy",
    )
    return model


def treinar(model, epocas):
    parada = keras.callbacks.EarlyStopping(patience=5)
    model.fit(
        X_train,
        y_train,
        validation_data=(X_val, y_val),
        epochs=epocas,
        callbacks=[parada],
        verbose=0,
    )
    return parada.stopped_epoch


# %% errado effect="parou == 0"
pequena = criar(neuronios=8)
parou = treinar(pequena, epocas=10)
print("parou na época:", parou)

# %% certo
grande = criar(neuronios=128)
parou = treinar(grande, epocas=100)
print("parou na época:", parou)
