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
por_classe = 5
X_new, X_test, y_new, y_test = train_test_split(
    X[large], y[large] - 5, train_size=5 * por_classe,
    stratify=y[large], random_state=0,
)  # fmt: skip
loss = "sparse_categorical_crossentropy"


# %% base
def new_base():
    return keras.Sequential([
        keras.Input(shape=(8, 8, 1)),
        layers.Conv2D(16, 3, activation="relu"),
        layers.Conv2D(16, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
    ])


# %% treinar_base
keras.utils.set_random_seed(42)
base = new_base()
output = layers.Dense(5, activation="softmax")
model = keras.Sequential([base, output])
adam = keras.optimizers.Adam(learning_rate=0.005)
model.compile(adam, loss)
model.fit(X[small], y[small], epochs=8, verbose=0)

# %% copiar tags=["fora-do-slide"]
pesos = base.get_weights()

# %% transferir
base.trainable = False
new_output = layers.Dense(5, activation="softmax")
transfer = keras.Sequential([base, new_output])
adam = keras.optimizers.Adam(learning_rate=0.01)
transfer.compile(adam, loss, metrics=["accuracy"])

# %% treinar tags=["fora-do-slide"]
opcoes = {
    "epochs": 25,
    "validation_data": (X_test, y_test),
    "validation_batch_size": 1000,
    "verbose": 0,
}
curvas = {"transferência": transfer.fit(X_new, y_new, **opcoes).history}
keras.utils.set_random_seed(42)
do_zero = keras.Sequential([new_base(), layers.Dense(5, "softmax")])
do_zero.compile(keras.optimizers.Adam(0.01), loss, metrics=["accuracy"])
curvas["do zero"] = do_zero.fit(X_new, y_new, **opcoes).history
acerto = {nome: h["val_accuracy"][-1] for nome, h in curvas.items()}
treinados = {
    "transferência": sum(
        int(np.prod(w.shape)) for w in transfer.trainable_weights
    ),
    "do zero": do_zero.count_params(),
}
base_igual = all(
    np.array_equal(depois, w)
    for depois, w in zip(base.get_weights(), pesos, strict=True)
)
exemplos, antes = len(X_new), int(small.sum())

# %% tabela
pd.DataFrame({
    "treino": acerto.keys(),
    "números ajustados": treinados.values(),
    "acurácia (%)": [100 * a for a in acerto.values()],
})
