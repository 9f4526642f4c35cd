# %% [markdown]
# # A API funcional: duas entradas
# A metade de cima e a metade de baixo de um dígito entram por portas diferentes e se juntam no meio da rede.

# %% dados tags=["fora-do-slide"]
import keras
from keras import layers
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X / 16, y, test_size=0.3, stratify=y, random_state=42
)
keras.utils.set_random_seed(42)

# %% rede
top = keras.Input(shape=(32,), name="top")
bottom = keras.Input(shape=(32,), name="bottom")
a = layers.Dense(16, activation="relu")(top)
b = layers.Dense(16, activation="relu")(bottom)
both = layers.Concatenate()([a, b])
output = layers.Dense(10, activation="softmax")(both)
model = keras.Model([top, bottom], output)


# %% metades
def halves(images):
    return {"top": images[:, :32], "bottom": images[:, 32:]}


# %% treinar
adam = keras.optimizers.Adam(learning_rate=0.01)
model.compile(
    optimizer=adam,
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(halves(X_train), y_train, epochs=15, verbose=0)

# %% comparar tags=["fora-do-slide"]
import pandas as pd


def half_accuracy(part):
    keras.utils.set_random_seed(42)
    network = keras.Sequential([
        keras.Input(shape=(32,)),
        layers.Dense(32, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ])
    network.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.01),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    network.fit(X_train[:, part], y_train, epochs=15, verbose=0)
    return network.evaluate(
        X_test[:, part], y_test, return_dict=True, verbose=0
    )["accuracy"]


result = model.evaluate(
    halves(X_test), y_test, return_dict=True, verbose=0
)
accuracy = {
    "as duas": result["accuracy"],
    "só a de cima": half_accuracy(slice(32)),
    "só a de baixo": half_accuracy(slice(32, None)),
}

# %% nomes tags=["fora-do-slide"]
input_names = [tensor.name for tensor in model.inputs]

# %% tabela
pd.DataFrame({
    "entrada": accuracy.keys(),
    "acurácia (%)": [100 * a for a in accuracy.values()],
})
