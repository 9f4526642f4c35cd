# %% [markdown]
# # Freios contra o overfitting
# A mesma rede grande e os mesmos sessenta exemplos, sem freio e com um freio de cada vez.

# %% parametros tags=["fora-do-slide", "parameters"] seed=[42, 0, 1]
seed = 42

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.datasets import make_moons

X_train, y_train = make_moons(60, noise=0.35, random_state=seed)
X_val, y_val = make_moons(200, noise=0.35, random_state=100)
X_test, y_test = make_moons(2000, noise=0.35, random_state=200)
# Uma coluna, como a saída da rede: é o que a métrica pede.
y_train, y_val, y_test = (y[:, None] for y in (y_train, y_val, y_test))

# %% pesos
l2 = keras.regularizers.L2(0.01)
layer = layers.Dense(
    256,
    activation="relu",
    kernel_regularizer=l2,
)

adamw = keras.optimizers.AdamW(
    learning_rate=0.01,
    weight_decay=3.0,
)


# %% modelo
def build_model(regularizer=None, dropout=0, noise=0):
    options = {
        "activation": "relu",
        "kernel_regularizer": regularizer,
    }
    return keras.Sequential([
        keras.Input(shape=(2,)),
        layers.GaussianNoise(noise),
        layers.Dense(256, **options),
        layers.Dropout(dropout),
        layers.Dense(256, **options),
        layers.Dropout(dropout),
        layers.Dense(1, activation="sigmoid"),
    ])


# %% treinar tags=["fora-do-slide"]
def train(optimizer=None, callbacks=(), **brakes):
    """A receita do overfitting, com a metade das épocas."""
    keras.utils.set_random_seed(seed)
    model = build_model(**brakes)
    # A métrica é a perda sem o preço dos pesos, que a L2 põe nela.
    model.compile(
        optimizer=optimizer
        or keras.optimizers.Adam(learning_rate=0.01),
        loss="binary_crossentropy",
        metrics=[keras.metrics.BinaryCrossentropy()],
    )
    history = model.fit(
        X_train,
        y_train,
        epochs=30,
        validation_data=(X_val, y_val),
        validation_batch_size=200,
        # A parada olha cada época; para as curvas, uma em seis basta.
        validation_freq=1 if callbacks else 6,
        callbacks=list(callbacks),
        verbose=0,
    )
    p = np.array(model(X_test))
    losses = keras.losses.binary_crossentropy(y_test.astype("f4"), p)
    return {
        "curva": history.history["val_binary_crossentropy"],
        "perda": float(np.mean(losses)),
        "acurácia": float(100 * np.mean((p > 0.5) == y_test)),
        "pesos": float(np.std(model.layers[3].kernel.numpy())),
    }


early_stopping = keras.callbacks.EarlyStopping(
    patience=10, restore_best_weights=True
)
trained = {
    "nenhum": train(),
    "parada": train(callbacks=[early_stopping]),
    "L2": train(regularizer=l2),
    "AdamW": train(optimizer=adamw),
    "dropout": train(dropout=0.5),
    "ruído": train(noise=0.3),
}
curves = {name: run["curva"] for name, run in trained.items()}
losses = {name: run["perda"] for name, run in trained.items()}
accuracies = {name: run["acurácia"] for name, run in trained.items()}
weights = {name: run["pesos"] for name, run in trained.items()}
# Quanto os pesos encolhem em sessenta passos, se nada os empurra.
default = keras.optimizers.AdamW(learning_rate=0.01)
default_decay = float(default.weight_decay)
shrink = {
    "padrão": 1 - (1 - 0.01 * default_decay) ** 60,
    "3": 1 - (1 - 0.01 * 3) ** 60,
}

# %% grafico
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(5.7, 4.1))
for name, look in [
    ("nenhum", "C4-"),
    ("dropout", "C1--o"),
    ("AdamW", "C3:s"),
    ("ruído", "C5--D"),
    ("L2", "C2-^"),
]:
    ax.plot(range(6, 31, 6), curves[name], look, label=name)
stopped = len(curves["parada"])
ax.plot([stopped, stopped], [0.25, 0.5], color="C0", linestyle=":")
ax.text(stopped - 0.5, 0.27, "a parada", color="C0", ha="right")
ax.set(xlabel="época", ylabel="perda na validação", ylim=(0.25, 0.65))
ax.set(xticks=[6, 12, 18, 24, 30], yticks=[0.3, 0.4, 0.5, 0.6])
ax.legend(fontsize=14, ncols=2, loc="upper left")
