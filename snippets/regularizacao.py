# %% [markdown]
# # Freios contra o overfitting
# A mesma rede grande e os mesmos sessenta exemplos, com parada antecipada, com dropout e com penalidade L2.

# %% parametros tags=["fora-do-slide", "parameters"] seed=[42, 0]
seed = 42

# %% dados tags=["fora-do-slide"]
import keras
from keras import layers
from sklearn.datasets import make_moons

X_train, y_train = make_moons(60, noise=0.35, random_state=0)
X_val, y_val = make_moons(200, noise=0.35, random_state=100)
X_test, y_test = make_moons(2000, noise=0.35, random_state=200)
# Uma coluna, como a saída da rede: é o que a métrica pede.
y_train, y_val, y_test = (y[:, None] for y in (y_train, y_val, y_test))


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


def train(build, callbacks):
    """A receita do overfitting, com a metade das épocas."""
    keras.utils.set_random_seed(seed)
    model = build()
    # A métrica é a perda sem o preço dos pesos, que a L2 põe nela.
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.01),
        loss="binary_crossentropy",
        metrics=["accuracy", keras.metrics.BinaryCrossentropy()],
    )
    history = model.fit(
        X_train,
        y_train,
        epochs=30,
        validation_data=(X_val, y_val),
        validation_batch_size=200,
        callbacks=callbacks,
        verbose=0,
    )
    test = model.evaluate(
        X_test, y_test, batch_size=200, return_dict=True, verbose=0
    )
    return history.history["val_binary_crossentropy"], test


early_stopping = keras.callbacks.EarlyStopping(
    patience=10, restore_best_weights=True
)
trained = {
    "nenhum": train(build_plain, []),
    "parada": train(build_plain, [early_stopping]),
    "dropout": train(build_dropout, []),
    "L2": train(build_l2, []),
}
curves = {name: curve for name, (curve, _) in trained.items()}
losses = {
    name: test["binary_crossentropy"]
    for name, (_, test) in trained.items()
}
accuracies = {
    name: 100 * test["accuracy"] for name, (_, test) in trained.items()
}

# %% grafico
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(5.7, 3.9))
for name, color in [("nenhum", "C0"), ("dropout", "C1"), ("L2", "C2")]:
    ax.plot(
        range(1, 31), curves[name], color=color, linewidth=3, label=name
    )
stopped = len(curves["parada"])
ax.plot([stopped, stopped], [0, 0.8], color="C4", linestyle=":")
ax.text(stopped + 1, 0.08, "a parada", color="C4", weight=600)
ax.set(xlabel="época", ylabel="perda na validação", ylim=(0, 1))
ax.legend(fontsize=14, ncols=3, loc="upper right")
