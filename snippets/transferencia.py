# %% [markdown]
# # Transferência: aproveitar o que já foi aprendido
# Uma rede aprende os dígitos de 0 a 4. As suas camadas, congeladas, ajudam a aprender os de 5 a 9 com poucos exemplos.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X = (X / 16).reshape(-1, 8, 8, 1)
small, large = y < 5, y >= 5
per_class = 5


def split(seed):
    """Poucos exemplos de treino, 100 de validação, o resto é teste."""
    X_new, X_rest, y_new, y_rest = train_test_split(
        X[large],
        y[large] - 5,
        train_size=5 * per_class,
        stratify=y[large],
        random_state=seed,
    )
    X_val, X_test, y_val, y_test = train_test_split(
        X_rest,
        y_rest,
        train_size=100,
        stratify=y_rest,
        random_state=seed,
    )
    return X_new, X_val, X_test, y_new, y_val, y_test


# %% base
def build_base():
    return keras.Sequential([
        keras.Input(shape=(8, 8, 1)),
        layers.Conv2D(16, 3, activation="relu"),
        layers.Conv2D(16, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
    ])


# %% semente tags=["fora-do-slide"]
keras.utils.set_random_seed(0)

# %% treinar_base
base = build_base()
output = layers.Dense(5, activation="softmax")
model = keras.Sequential([base, output])
adam = keras.optimizers.Adam(learning_rate=0.005)
loss = "sparse_categorical_crossentropy"
model.compile(optimizer=adam, loss=loss)
model.fit(X[small], y[small], epochs=8, verbose=0)

# %% copiar tags=["fora-do-slide"]
weights = base.get_weights()

# %% transferir
base.trainable = False
new_output = layers.Dense(5, activation="softmax")
transfer = keras.Sequential([base, new_output])
adam = keras.optimizers.Adam(learning_rate=0.02)
transfer.compile(
    optimizer=adam,
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)


# %% treinar tags=["fora-do-slide"]
def stop_and_test(network, seed):
    """Treina até a validação parar de melhorar; devolve a acurácia no teste."""
    X_new, X_val, X_test, y_new, y_val, y_test = split(seed)
    stop = keras.callbacks.EarlyStopping(
        patience=20, restore_best_weights=True
    )
    network.fit(
        X_new,
        y_new,
        epochs=300,
        validation_data=(X_val, y_val),
        validation_batch_size=100,
        callbacks=[stop],
        verbose=0,
    )
    result = network.evaluate(
        X_test, y_test, batch_size=500, return_dict=True, verbose=0
    )
    return result["accuracy"]


def with_output(layers_below):
    network = keras.Sequential([
        layers_below,
        layers.Dense(5, activation="softmax"),
    ])
    network.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.02),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return network


accuracy = {
    "transferência": [stop_and_test(transfer, 0)],
    "do zero": [],
}
base_unchanged = all(
    np.array_equal(after, w)
    for after, w in zip(base.get_weights(), weights, strict=True)
)
# O mesmo, com outras bases e outros exemplos.
for seed in (1, 2):
    keras.utils.set_random_seed(seed)
    other_base = build_base()
    model = with_output(other_base)
    model.optimizer.learning_rate = 0.005
    model.fit(X[small], y[small], epochs=8, verbose=0)
    other_base.trainable = False
    accuracy["transferência"].append(
        stop_and_test(with_output(other_base), seed)
    )
for seed in (0, 1, 2):
    keras.utils.set_random_seed(seed)
    from_scratch = with_output(build_base())
    accuracy["do zero"].append(stop_and_test(from_scratch, seed))

trained = {
    "transferência": sum(
        int(np.prod(w.shape)) for w in transfer.trainable_weights
    ),
    "do zero": from_scratch.count_params(),
}
gaps = 100 * (np.array(accuracy["do zero"]) - accuracy["transferência"])
smallest_gap, largest_gap = float(gaps.min()), float(gaps.max())
seed_count = len(gaps)
examples, before = 5 * per_class, int(small.sum())

# %% tabela
pd.DataFrame({
    "treino": accuracy.keys(),
    "números ajustados": trained.values(),
    "acurácia (%)": [
        f"{100 * min(a):.0f} a {100 * max(a):.0f}"
        for a in accuracy.values()
    ],
})
