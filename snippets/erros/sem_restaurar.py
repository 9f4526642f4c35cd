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


def criar(neuronios=64):
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(2,)),
        layers.Dense(neuronios, activation="relu"),
        layers.Dense(neuronios, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.02),
        loss="binary_crossentropy",
    )
    return model


def treinar(parada):
    model = criar()
    historico = model.fit(
        X_train,
        y_train,
        validation_data=(X_val, y_val),
        epochs=60,
        callbacks=[parada],
        verbose=0,
    )
    ficou = model.evaluate(X_val, y_val, verbose=0)
    return ficou, min(historico.history["val_loss"])


# %% errado effect="ficou > melhor + 0.001"
parada = EarlyStopping(
    patience=3,
)
ficou, melhor = treinar(parada)
print(f"melhor {melhor:.3f}, ficou {ficou:.3f}")

# %% certo
parada = EarlyStopping(
    patience=3,
    restore_best_weights=True,
)
ficou, melhor = treinar(parada)
print(f"melhor {melhor:.3f}, ficou {ficou:.3f}")
