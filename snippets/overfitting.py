# %% [markdown]
# # Overfitting: decorar em vez de aprender
# Sessenta exemplos ruidosos e uma rede grande: o treino melhora sem parar, a validação piora.

# %% dados tags=["fora-do-slide"]
import keras
from keras import layers
from sklearn.datasets import make_moons

X_train, y_train = make_moons(60, noise=0.35, random_state=0)
X_val, y_val = make_moons(200, noise=0.35, random_state=100)
X_test, y_test = make_moons(2000, noise=0.35, random_state=200)


# %% modelo tags=["fora-do-slide"]
def build_model():
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(2,)),
        layers.Dense(256, activation="relu"),
        layers.Dense(256, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ])
    adam = keras.optimizers.Adam(learning_rate=0.01)
    model.compile(
        optimizer=adam,
        loss="binary_crossentropy",
    )
    return model


# %% sem_freio tags=["fora-do-slide"]
import numpy as np

overfit = build_model()
overfit_history = overfit.fit(
    X_train,
    y_train,
    epochs=60,
    validation_data=(X_val, y_val),
    verbose=0,
).history
parameters = overfit.count_params()
examples = len(X_train)

# %% parar
from keras.callbacks import EarlyStopping

early_stopping = EarlyStopping(
    monitor="val_loss",
    patience=10,
    restore_best_weights=True,
)

# %% treinar
model = build_model()
history = model.fit(
    X_train,
    y_train,
    epochs=60,
    validation_data=(X_val, y_val),
    callbacks=[early_stopping],
    verbose=0,
)
best_epoch = early_stopping.best_epoch + 1
print("parou:", len(history.epoch))
print("melhor:", best_epoch)

# %% medir tags=["fora-do-slide"]
stopped = len(history.epoch)
stopped_history = history.history
restored_loss = model.evaluate(X_val, y_val, verbose=0)


def measure(network):
    p = np.array(network(X_test))[:, 0]
    loss = keras.losses.binary_crossentropy(y_test.astype("float32"), p)
    return {
        "perda": float(loss),
        "acurácia": float(np.mean((p > 0.5) == y_test)),
    }


test = {"sem": measure(overfit), "com": measure(model)}
accuracy = {name: each["acurácia"] for name, each in test.items()}
overfit_loss, stopped_loss = test["sem"]["perda"], test["com"]["perda"]

# %% curva
import matplotlib.pyplot as plt

epochs = range(1, 61)
fig, ax = plt.subplots(figsize=(5.7, 4.1))
ax.plot(epochs, overfit_history["loss"], linewidth=3)
ax.plot(epochs, overfit_history["val_loss"], linewidth=3)
style = {"weight": 600, "fontsize": 16, "ha": "right"}
ax.text(
    59,
    overfit_history["loss"][-1] + 0.06,
    "treino",
    color="C0",
    **style,
)
ax.text(42, 0.72, "validação", color="C1", **style)
ax.set(xlabel="época", ylabel="perda", ylim=(0, 0.95), xlim=(0, 61))

# %% parada
fig, ax = plt.subplots(figsize=(5.7, 4.1))
ax.plot(
    epochs,
    overfit_history["val_loss"],
    color="C1",
    alpha=0.6,
    linestyle="--",
)
ax.plot(
    range(1, stopped + 1),
    history.history["val_loss"],
    color="C1",
    linestyle="-",
    linewidth=3,
)
ax.axvline(best_epoch, color="C2", linestyle="-.", linewidth=1.6)
ax.axvline(stopped, color="C4", linestyle=":", linewidth=1.6)
best_loss = min(history.history["val_loss"])
ax.plot(best_epoch, best_loss, "*", color="C2", markersize=20)
arrow = {"arrowstyle": "->", "color": "C2", "lw": 2}
ax.annotate(
    f"melhor: época {best_epoch}\n(restore_best_weights)",
    (best_epoch, best_loss),
    (stopped + 3, 0.06),
    color="C2",
    weight=600,
    fontsize=15,
    arrowprops=arrow,
)
ax.text(
    stopped + 1,
    0.88,
    f"parou: época {stopped}",
    weight=600,
    fontsize=15,
)
ax.annotate(
    "",
    (best_epoch, 0.8),
    (stopped, 0.8),
    arrowprops={"arrowstyle": "<->", "lw": 2},
)
ax.text(
    stopped + 1, 0.78, f"patience = {stopped - best_epoch}", fontsize=15
)
ax.text(59, 0.42, "o que viria depois", color="C1", ha="right")
ax.set(
    xlabel="época",
    ylabel="perda na validação",
    ylim=(0, 0.95),
    xlim=(0, 61),
)
