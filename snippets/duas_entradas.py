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
top = keras.Input(shape=(32,), name="cima")
bottom = keras.Input(shape=(32,), name="baixo")
a = layers.Dense(16, activation="relu")(top)
b = layers.Dense(16, activation="relu")(bottom)
both = layers.Concatenate()([a, b])
output = layers.Dense(10, activation="softmax")(both)
model = keras.Model([top, bottom], output)


# %% metades
def halves(images):
    return {"cima": images[:, :32], "baixo": images[:, 32:]}


# %% treinar
loss = "sparse_categorical_crossentropy"
adam = keras.optimizers.Adam(learning_rate=0.01)
model.compile(adam, loss, metrics=["accuracy"])
model.fit(halves(X_train), y_train, epochs=15, verbose=0)

# %% comparar tags=["fora-do-slide"]
import pandas as pd


def so_uma_metade(corte):
    keras.utils.set_random_seed(42)
    rede = keras.Sequential([
        keras.Input(shape=(32,)),
        layers.Dense(32, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ])
    rede.compile(
        keras.optimizers.Adam(0.01), loss, metrics=["accuracy"]
    )
    rede.fit(X_train[:, corte], y_train, epochs=15, verbose=0)
    return rede.test_on_batch(X_test[:, corte], y_test)[1]


acerto = {
    "as duas": float(model.test_on_batch(halves(X_test), y_test)[1]),
    "só a de cima": float(so_uma_metade(slice(32))),
    "só a de baixo": float(so_uma_metade(slice(32, None))),
}

# %% nomes tags=["fora-do-slide"]
nomes_das_entradas = [tensor.name for tensor in model.inputs]

# %% tabela
pd.DataFrame({
    "entrada": acerto.keys(),
    "acurácia (%)": [100 * a for a in acerto.values()],
})
