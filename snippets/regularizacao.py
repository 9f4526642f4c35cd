# %% [markdown]
# # Freios contra o overfitting
# A mesma rede grande e os mesmos sessenta exemplos, com dropout e com penalidade L2.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers
from sklearn.datasets import make_moons

X_train, y_train = make_moons(60, noise=0.35, random_state=0)
X_val, y_val = make_moons(200, noise=0.35, random_state=100)
X_test, y_test = make_moons(2000, noise=0.35, random_state=200)


# %% dropout
def build_dropout():
    return keras.Sequential([
        keras.Input(shape=(2,)),
        layers.Dense(256, activation="relu"),
        layers.Dropout(0.5),
        layers.Dense(256, activation="relu"),
        layers.Dropout(0.5),
        layers.Dense(1, activation="sigmoid"),
    ])


# %% l2
options = {
    "activation": "relu",
    "kernel_regularizer": "l2",
}


def build_l2():
    return keras.Sequential([
        keras.Input(shape=(2,)),
        layers.Dense(256, **options),
        layers.Dense(256, **options),
        layers.Dense(1, activation="sigmoid"),
    ])


# %% treinar tags=["fora-do-slide"]
def build_plain():
    return keras.Sequential([
        keras.Input(shape=(2,)),
        layers.Dense(256, activation="relu"),
        layers.Dense(256, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ])


rows, curves = {}, {}
for name, build in [
    ("nenhum", build_plain),
    ("dropout", build_dropout),
    ("L2", build_l2),
]:
    keras.utils.set_random_seed(42)
    model = build()
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.01),
        loss="binary_crossentropy",
    )
    history = model.fit(
        X_train,
        y_train,
        epochs=25,
        batch_size=16,
        validation_data=(X_val, y_val),
        verbose=0,
    )
    curves[name] = history.history["val_loss"]
    p = model.predict(X_test, verbose=0)[:, 0]
    loss = keras.losses.binary_crossentropy(y_test.astype("float32"), p)
    rows[name] = {
        "perda": float(loss),
        "acurácia (%)": float(100 * np.mean((p > 0.5) == y_test)),
    }
test_loss = {name: row["perda"] for name, row in rows.items()}

# %% tabela
pd.DataFrame(rows).T.rename_axis("freio, no teste")

# %% grafico
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(5.7, 3.9))
for name, curve in curves.items():
    ax.plot(range(1, 26), curve, linewidth=3, label=name)
ax.set(xlabel="época", ylabel="perda na validação", ylim=(0, 1.2))
ax.legend(fontsize=14, ncols=3, loc="upper right")
