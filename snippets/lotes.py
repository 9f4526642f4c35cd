# %% [markdown]
# # O tamanho do lote
# A mesma rede e a mesma semente com quatro tamanhos de lote: primeiro com as mesmas épocas, depois com o mesmo número de atualizações.

# %% parametros tags=["fora-do-slide", "parameters"] seed=[42, 0, 1]
seed = 42

# %% dados tags=["fora-do-slide"]
import keras
from keras import layers
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_val, y_train, y_val = train_test_split(
    X / 16, y, test_size=0.2, stratify=y, random_state=seed
)


# %% modelo tags=["fora-do-slide"]
def build_model():
    keras.utils.set_random_seed(seed)
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

# %% treinar_igual tags=["fora-do-slide"]
epochs = {8: 1, 32: 4, 128: 15, len(X_train): 180}
steps, equal_accuracy = {}, {}
for size, laps in epochs.items():
    model = build_model()
    model.fit(X_train, y_train, epochs=laps, batch_size=size, verbose=0)
    steps[size] = int(model.optimizer.iterations)
    result = model.evaluate(X_val, y_val, return_dict=True, verbose=0)
    equal_accuracy[size] = result["accuracy"]
examples = len(X_train)

# %% comparar tags=["fora-do-slide"]
names = ["8", "32", "128", "todos"]
last = [history["val_accuracy"][-1] for history in histories.values()]
same_epochs = dict(zip(names, last, strict=True))
same_steps = dict(zip(names, equal_accuracy.values(), strict=True))
# Do pior ao melhor dos quatro tamanhos, em pontos.
gap = 100 * (max(same_steps.values()) - min(same_steps.values()))

# %% explicacao
import matplotlib.pyplot as plt

panels = [
    ("as mesmas épocas: 5", same_epochs, updates),
    ("as mesmas atualizações: 180", same_steps, steps),
]
fig, axes = plt.subplots(1, 2, figsize=(10.2, 3.6), sharey=True)
for ax, (title, accuracies, counts) in zip(axes, panels, strict=True):
    for row, (a, count) in enumerate(
        zip(accuracies.values(), counts.values(), strict=True)
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
labels = [f"lotes de {size}" for size in names[:3]] + ["todos"]
axes[0].set_yticks(range(4), labels, fontsize=15)
