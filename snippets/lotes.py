# %% [markdown]
# # O tamanho do lote
# A mesma rede e a mesma semente com quatro tamanhos de lote: primeiro com as mesmas épocas, depois com o mesmo número de atualizações.

# %% dados tags=["fora-do-slide"]
import keras
import pandas as pd
from keras import layers
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_val, y_train, y_val = train_test_split(
    X / 16, y, test_size=0.2, stratify=y, random_state=42
)


# %% modelo tags=["fora-do-slide"]
def build_model():
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(64,)),
        layers.Dense(32, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ])
    sgd = keras.optimizers.SGD(learning_rate=0.05)
    model.compile(
        optimizer=sgd,
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model


# %% laco
histories, updates = {}, {}
for size in [8, 32, 128, len(X_train)]:
    model = build_model()
    history = model.fit(
        X_train,
        y_train,
        epochs=5,
        batch_size=size,
        validation_data=(X_val, y_val),
        verbose=0,
    )
    histories[size] = history.history
    updates[size] = int(model.optimizer.iterations)

# %% mesmas_epocas tags=["fora-do-slide"]
pd.DataFrame({
    "lote": [f"{size:,}".replace(",", ".") for size in updates],
    "épocas": 5,
    "atualizações": updates.values(),
    "acurácia (%)": [
        100 * history["val_accuracy"][-1]
        for history in histories.values()
    ],
})

# %% treinar_igual tags=["fora-do-slide"]
epochs = {8: 1, 32: 4, 128: 15, len(X_train): 180}
steps, equal_loss, equal_accuracy = {}, {}, {}
for size, laps in epochs.items():
    model = build_model()
    model.fit(X_train, y_train, epochs=laps, batch_size=size, verbose=0)
    steps[size] = int(model.optimizer.iterations)
    result = model.evaluate(X_val, y_val, return_dict=True, verbose=0)
    equal_loss[size] = result["loss"]
    equal_accuracy[size] = result["accuracy"]
examples = len(X_train)

# %% mesmas_atualizacoes tags=["fora-do-slide"]
pd.DataFrame({
    "lote": [f"{size:,}".replace(",", ".") for size in steps],
    "épocas": epochs.values(),
    "atualizações": steps.values(),
    "acurácia (%)": [100 * a for a in equal_accuracy.values()],
})

# %% grafico
import matplotlib.pyplot as plt

fig, (loss_ax, accuracy_ax) = plt.subplots(1, 2, figsize=(10.2, 3.6))
for (size, history), marker in zip(
    histories.items(), "osv^", strict=True
):
    name = "todos" if size == examples else f"lotes de {size}"
    (line,) = loss_ax.plot(
        range(1, 6), history["val_loss"], marker=marker
    )
    loss_ax.text(
        5.2,
        history["val_loss"][-1],
        name,
        color=line.get_color(),
        weight=600,
        va="center",
    )
    accuracy_ax.plot(
        range(1, 6),
        [100 * a for a in history["val_accuracy"]],
        marker=marker,
    )
loss_ax.set(xlabel="época", ylabel="perda na validação", ylim=(0, None))
accuracy_ax.set(
    xlabel="época", ylabel="acurácia na validação (%)", ylim=(0, 100)
)

# %% explicacao
last = [history["val_accuracy"][-1] for history in histories.values()]
panels = [
    ("as mesmas épocas: 5", last, updates.values()),
    (
        "as mesmas atualizações: 180",
        equal_accuracy.values(),
        steps.values(),
    ),
]
fig, axes = plt.subplots(1, 2, figsize=(10.2, 3.6), sharey=True)
for ax, (title, accuracies, counts) in zip(axes, panels, strict=True):
    for row, (a, count) in enumerate(
        zip(accuracies, counts, strict=True)
    ):
        ax.plot(100 * a, row, "osv^"[row], color=f"C{row}", ms=16)
        ax.text(
            100 * a + (-5 if a > 0.5 else 5),
            row,
            f"{100 * a:.0f} % com {count} passos",
            ha="right" if a > 0.5 else "left",
            va="center",
            color=f"C{row}",
            weight=600,
            fontsize=15,
        )
    ax.set(title=title, xlabel="acurácia na validação (%)")
    ax.set(xlim=(0, 101), ylim=(3.5, -0.5))
labels = [f"lotes de {size}" for size in (8, 32, 128)] + ["todos"]
axes[0].set_yticks(range(4), labels, fontsize=15)
