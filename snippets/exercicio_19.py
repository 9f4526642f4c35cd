# %% [markdown]
# # Exercício 19: parou cedo demais
# Solução: a perda se vigia com `mode="min"`; com `"max"`, a melhor época é a pior.

# %% dados tags=["fora-do-slide"]
import keras
from keras import layers
from sklearn.datasets import make_moons

X_train, y_train = make_moons(200, noise=0.2, random_state=0)
X_val, y_val = make_moons(200, noise=0.2, random_state=100)


def build_model():
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(2,)),
        layers.Dense(32, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.1),
        loss="binary_crossentropy",
        metrics=["accuracy"],
    )
    return model


def train(stopping):
    model = build_model()
    history = model.fit(
        X_train,
        y_train,
        validation_data=(X_val, y_val),
        epochs=20,
        batch_size=200,
        callbacks=[stopping],
        verbose=0,
    ).history
    result = model.evaluate(X_val, y_val, return_dict=True, verbose=0)
    return history, result


# %% errado
stopping = keras.callbacks.EarlyStopping(
    monitor="val_loss",
    mode="max",
    patience=5,
    restore_best_weights=True,
)

# %% medir tags=["fora-do-slide"]
history, wrong = train(stopping)
wrong_curve = history["val_loss"]
wrong_best, wrong_epochs = stopping.best_epoch + 1, len(wrong_curve)

# %% certo tags=["fora-do-slide", "lacuna"]
# right_stopping: a parada, consertada.
# right_curve: a perda na validação, por época. right: o que evaluate diz no fim.
right_stopping = keras.callbacks.EarlyStopping(
    monitor="val_loss",
    mode="min",
    patience=5,
    restore_best_weights=True,
)
history, right = train(right_stopping)
right_curve = history["val_loss"]

# %% conferir tags=["fora-do-slide"]
right_best = right_stopping.best_epoch + 1
