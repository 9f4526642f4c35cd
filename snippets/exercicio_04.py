# %% [markdown]
# # Exercício 4: quanta paciência?
# Solução: a mesma rede e os mesmos dados com três valores de `patience`.

# %% preparo tags=["fora-do-slide"]
import keras
import pandas as pd
from keras import layers
from sklearn.datasets import make_moons

X_train, y_train = make_moons(100, noise=0.3, random_state=0)
X_val, y_val = make_moons(200, noise=0.3, random_state=100)

# %% treinos tags=["fora-do-slide", "lacuna"]
# rows: para as paciências 0, 2 e 20, nessa ordem, um dicionário com as chaves
# "paciência", "épocas", "melhor época" e "perda na validação" (a menor).
# Sempre uma rede nova: semente 42, 2 → 128 → 128 → 1, até 80 épocas.
# val_loss: a perda na validação, época por época, do último treino.
rows = []
for patience in [0, 2, 20]:
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(2,)),
        layers.Dense(128, activation="relu"),
        layers.Dense(128, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.005),
        loss="binary_crossentropy",
    )
    stop = keras.callbacks.EarlyStopping(
        patience=patience, restore_best_weights=True
    )
    history = model.fit(
        X_train,
        y_train,
        epochs=80,
        callbacks=[stop],
        verbose=0,
        validation_data=(X_val, y_val),
    )
    rows.append({
        "paciência": patience,
        "épocas": len(history.epoch),
        "melhor época": stop.best_epoch + 1,
        "perda na validação": min(history.history["val_loss"]),
    })
val_loss = history.history["val_loss"]

# %% resposta
pd.DataFrame(rows)
