# %% [markdown]
# # Freios contra o overfitting
# A mesma rede grande e os mesmos sessenta exemplos, com parada antecipada, com dropout e com penalidade L2.

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


def train(build, seed, stop):
    """A receita do overfitting: 60 épocas, lotes de 32."""
    keras.utils.set_random_seed(seed)
    model = build()
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.01),
        loss="binary_crossentropy",
    )
    early_stopping = keras.callbacks.EarlyStopping(
        patience=10, restore_best_weights=True
    )
    # Fora da primeira semente, só a parada precisa da validação.
    watched = stop or seed == seeds[0]
    history = model.fit(
        X_train,
        y_train,
        epochs=60,
        validation_data=(X_val, y_val) if watched else None,
        callbacks=[early_stopping] if stop else [],
        verbose=0,
    )
    p = model.predict(X_test, batch_size=500, verbose=0)[:, 0]
    loss = keras.losses.binary_crossentropy(y_test.astype("float32"), p)
    accuracy = 100 * np.mean((p > 0.5) == y_test)
    return history.history.get("val_loss"), float(loss), float(accuracy)


seeds = [42, 0]
brakes = {
    "nenhum": (build_plain, False),
    "parada": (build_plain, True),
    "dropout": (build_dropout, False),
    "L2": (build_l2, False),
}
curves, losses, accuracies = {}, {}, {}
for name, (build, stop) in brakes.items():
    runs = [train(build, seed, stop) for seed in seeds]
    curves[name] = runs[0][0]
    losses[name] = [loss for _, loss, _ in runs]
    accuracies[name] = [accuracy for _, _, accuracy in runs]


def text(values, digits):
    ends = dict.fromkeys(
        f"{v:.{digits}f}" for v in (min(values), max(values))
    )
    return "–".join(ends).replace(".", ",")


seed_count = len(seeds)

# %% tabela
pd.DataFrame(
    {
        "perda": [text(v, 2) for v in losses.values()],
        "acurácia (%)": [text(v, 0) for v in accuracies.values()],
    },
    index=pd.Index(brakes, name="no teste"),
)

# %% grafico
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(5.7, 3.9))
for name, color in [("nenhum", "C0"), ("dropout", "C1"), ("L2", "C2")]:
    ax.plot(
        range(1, 61), curves[name], color=color, linewidth=3, label=name
    )
stopped = len(curves["parada"])
ax.plot([stopped, stopped], [0, 1.05], color="C4", linestyle=":")
ax.text(stopped + 1, 0.08, "a parada", color="C4", weight=600)
ax.set(xlabel="época", ylabel="perda na validação", ylim=(0, 1.35))
ax.legend(fontsize=14, ncols=3, loc="upper right")
