# %% [markdown]
# # Freios contra o overfitting
# A mesma rede grande e os mesmos sessenta exemplos, com dropout e com penalidade L2.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers
from sklearn.datasets import make_moons

X_train, y_train = make_moons(60, noise=0.35, random_state=0)
X_val, y_val = make_moons(200, noise=0.35, random_state=100)
X_test, y_test = make_moons(2000, noise=0.35, random_state=200)

# %% dropout
dropout = [
    layers.Dense(256, activation="relu"),
    layers.Dropout(0.5),
    layers.Dense(256, activation="relu"),
    layers.Dropout(0.5),
    layers.Dense(1, activation="sigmoid"),
]

# %% l2 tags=["fora-do-slide"]
l2 = [
    layers.Dense(256, activation="relu", kernel_regularizer="l2"),
    layers.Dense(256, activation="relu", kernel_regularizer="l2"),
    layers.Dense(1, activation="sigmoid"),
]

# %% treinar tags=["fora-do-slide"]
nenhum = [
    layers.Dense(256, activation="relu"),
    layers.Dense(256, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
]
linhas, curvas = {}, {}
for nome, camadas in [
    ("nenhum", nenhum),
    ("dropout", dropout),
    ("L2", l2),
]:
    keras.utils.set_random_seed(42)
    # Camadas novas, criadas depois da semente: os pesos iniciais são os mesmos.
    novas = [type(c).from_config(c.get_config()) for c in camadas]
    model = keras.Sequential([keras.Input(shape=(2,)), *novas])
    model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy")
    history = model.fit(
        X_train,
        y_train,
        epochs=25,
        batch_size=16,
        validation_data=(X_val, y_val),
        validation_batch_size=200,
        verbose=0,
    )
    curvas[nome] = history.history["val_loss"]
    p = np.array(model(X_test))[:, 0]
    perda = keras.losses.binary_crossentropy(
        y_test.astype("float32"), p
    )
    linhas[nome] = {
        "perda": float(perda),
        "acurácia (%)": float(100 * np.mean((p > 0.5) == y_test)),
    }
perda_no_teste = {
    nome: linha["perda"] for nome, linha in linhas.items()
}

# %% tabela
pd.DataFrame(linhas).T.rename_axis("freio, no teste")

# %% grafico
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(5.7, 3.9))
for nome, curva in curvas.items():
    ax.plot(range(1, 26), curva, linewidth=3, label=nome)
ax.set(xlabel="época", ylabel="perda na validação", ylim=(0, 1.2))
ax.legend(fontsize=14, ncols=3, loc="upper right")
