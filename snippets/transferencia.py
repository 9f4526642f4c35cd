# %% [markdown]
# # Transferência: aproveitar o que já foi aprendido
# Uma rede aprende os dígitos de 0 a 4. As suas camadas ajudam a aprender os de 5 a 9 com dez exemplos de cada um.

# %% parametros tags=["parameters", "fora-do-slide"] seed=[42, 0, 1]
seed = 42

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.model_selection import train_test_split

digits = np.load("data/mnist.npz")
X = digits["imagens"][..., None].astype("float32") / 255
y = digits["rotulos"].astype(int)
small, large = y < 5, y >= 5
per_class = 10
# Dez imagens de cada dígito novo para treinar, dez para validar.
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
    train_size=5 * per_class,
    stratify=y_rest,
    random_state=seed,
)


# %% medidas tags=["fora-do-slide"]
def fit_few(model):
    """Treina com as poucas imagens, até a validação parar de melhorar."""
    stop = keras.callbacks.EarlyStopping(
        patience=10, restore_best_weights=True
    )
    model.fit(
        X_new,
        y_new,
        epochs=200,
        validation_data=(X_val, y_val),
        validation_batch_size=100,
        callbacks=[stop],
        verbose=0,
    )


def test_accuracy(model):
    outputs = model.predict(X_test, batch_size=500, verbose=0)
    return float(np.mean(outputs.argmax(axis=1) == y_test))


# %% base
def build_base():
    return keras.Sequential([
        keras.Input(shape=(28, 28, 1)),
        layers.Conv2D(8, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(16, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
    ])


# %% semear tags=["fora-do-slide"]
keras.utils.set_random_seed(seed)
loss = "sparse_categorical_crossentropy"

# %% saida
base = build_base()
output = layers.Dense(5, activation="softmax")
model = keras.Sequential([base, output])

# %% treinar tags=["fora-do-slide"]
adam = keras.optimizers.Adam(learning_rate=0.005)
model.compile(optimizer=adam, loss=loss)
model.fit(X[small], y[small], epochs=5, verbose=0)

# %% copiar tags=["fora-do-slide"]
weights = base.get_weights()

# %% transferir
base.trainable = False
new_output = layers.Dense(5, activation="softmax")
transfer = keras.Sequential([base, new_output])
adam = keras.optimizers.Adam(learning_rate=0.005)
transfer.compile(optimizer=adam, loss=loss)

# %% medir tags=["fora-do-slide"]
fit_few(transfer)
accuracy = {"congelada": test_accuracy(transfer)}
trained = {
    "congelada": sum(
        int(np.prod(w.shape)) for w in transfer.trainable_weights
    )
}
base_unchanged = all(
    np.array_equal(after, w)
    for after, w in zip(base.get_weights(), weights, strict=True)
)

# %% ajuste_fino
base.trainable = True
adam = keras.optimizers.Adam(learning_rate=0.0005)
transfer.compile(optimizer=adam, loss=loss)

# %% do_zero tags=["fora-do-slide"]
fit_few(transfer)
accuracy["ajuste fino"] = test_accuracy(transfer)
keras.utils.set_random_seed(seed)
scratch = keras.Sequential([
    build_base(),
    layers.Dense(5, activation="softmax"),
])
scratch.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.005),
    loss=loss,
)
fit_few(scratch)
accuracy["do zero"] = test_accuracy(scratch)
trained["do zero"] = scratch.count_params()
gain = 100 * (accuracy["congelada"] - accuracy["do zero"])
fine_gain = 100 * (accuracy["ajuste fino"] - accuracy["congelada"])
examples, before = len(X_new), int(small.sum())
