# %% [markdown]
# # O que a acurácia média esconde
# Um grupo raro no treino é mal servido, e a média quase não mostra.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X / 16, y, test_size=0.4, stratify=y, random_state=42
)
rng = np.random.default_rng(42)
# Em três de cada cem imagens, o fundo é claro e o traço escuro.
raras = rng.permutation(len(X_train))[: round(0.03 * len(X_train))]
X_train[raras] = 1 - X_train[raras]
raras_no_teste = rng.permutation(len(X_test))[
    : round(0.03 * len(X_test))
]
no_mundo = X_test.copy()
no_mundo[raras_no_teste] = 1 - no_mundo[raras_no_teste]

# %% treinar tags=["fora-do-slide"]
keras.utils.set_random_seed(42)
model = keras.Sequential([
    keras.Input(shape=(64,)),
    layers.Dense(32, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(
    keras.optimizers.Adam(0.005),
    "sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(X_train, y_train, epochs=15, verbose=0)


# %% medir tags=["fora-do-slide"]
def acuracia(imagens):
    return float(model.test_on_batch(imagens, y_test)[1])


acerto = {
    "todos": acuracia(no_mundo),
    "traço claro (97 %)": acuracia(X_test),
    "traço escuro (3 %)": acuracia(1 - X_test),
}
saidas = model.predict_on_batch(X_test)
erradas = saidas.argmax(axis=1) != y_test
certeza_ao_errar = float(saidas.max(axis=1)[erradas].mean())

# %% grupos
pd.DataFrame({
    "grupo": acerto.keys(),
    "acurácia (%)": [100 * a for a in acerto.values()],
})

# %% figura
import matplotlib.pyplot as plt

fig, eixos = plt.subplots(1, 2, figsize=(4.8, 2.5))
for ax, imagem, titulo in zip(
    eixos,
    (X_test[0], 1 - X_test[0]),
    ("traço claro", "traço escuro"),
    strict=True,
):
    ax.imshow(imagem.reshape(8, 8), cmap="gray", vmin=0, vmax=1)
    ax.set_title(titulo, loc="center")
    ax.set_axis_off()
