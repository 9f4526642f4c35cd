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
X_new, X_test, y_new, y_test = train_test_split(
    X[large],
    y[large] - 5,
    train_size=5 * per_class,
    stratify=y[large],
    random_state=0,
)


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
keras.utils.set_random_seed(42)

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
adam = keras.optimizers.Adam(learning_rate=0.01)
transfer.compile(
    optimizer=adam,
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)

# %% treinar tags=["fora-do-slide"]
options = {
    "epochs": 25,
    "validation_data": (X_test, y_test),
    "verbose": 0,
}
curves = {
    "transferência": transfer.fit(X_new, y_new, **options).history
}
keras.utils.set_random_seed(42)
from_scratch = keras.Sequential([
    build_base(),
    layers.Dense(5, activation="softmax"),
])
from_scratch.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.01),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
curves["do zero"] = from_scratch.fit(X_new, y_new, **options).history
accuracy = {name: h["val_accuracy"][-1] for name, h in curves.items()}
trained = {
    "transferência": sum(
        int(np.prod(w.shape)) for w in transfer.trainable_weights
    ),
    "do zero": from_scratch.count_params(),
}
base_unchanged = all(
    np.array_equal(after, w)
    for after, w in zip(base.get_weights(), weights, strict=True)
)
examples, before = len(X_new), int(small.sum())

# %% tabela
pd.DataFrame({
    "treino": accuracy.keys(),
    "números ajustados": trained.values(),
    "acurácia (%)": [100 * a for a in accuracy.values()],
})
