# %% [markdown]
# # Exercício 15: ache o erro
# Solução: `shuffle` embaralha as imagens, e os rótulos ficam como estavam. Nada avisa.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_val, y_train, y_val = train_test_split(
    X / 16, y, test_size=0.3, stratify=y, random_state=42
)


def build_model():
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(64,)),
        layers.Dense(32, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.01),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model


def score(model):
    result = model.evaluate(X_val, y_val, return_dict=True, verbose=0)
    return result["accuracy"]


# %% errado
rng = np.random.default_rng(42)
Xs = rng.permutation(X_train)
model = build_model()
model.fit(Xs, y_train, epochs=10, verbose=0)

# %% medir tags=["fora-do-slide"]
wrong = score(model)
train_wrong = model.evaluate(Xs, y_train, return_dict=True, verbose=0)[
    "accuracy"
]

# %% certo tags=["fora-do-slide", "lacuna"]
# order, X_fit, y_fit: embaralhe cada imagem com o seu rótulo.
# right: a nota da mesma rede, treinada neles.
order = rng.permutation(len(X_train))
X_fit, y_fit = X_train[order], y_train[order]
model = build_model()
model.fit(X_fit, y_fit, epochs=10, verbose=0)
right = score(model)
