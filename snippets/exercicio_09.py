# %% [markdown]
# # Exercício 9: o que é estranho reconstrói mal
# Solução: um autoencoder treinado só com zeros erra pouco nos zeros e muito nos outros dígitos.

# %% solucao tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_digits

X, y = load_digits(return_X_y=True)
zeros, others = X[y == 0] / 16, X[y != 0] / 16
train, test = zeros[:120], zeros[120:]

keras.utils.set_random_seed(42)
autoencoder = keras.Sequential([
    keras.Input(shape=(64,)),
    layers.Dense(4, activation="tanh"),
    layers.Dense(64, activation="sigmoid"),
])
autoencoder.compile(keras.optimizers.Adam(0.01), "mse")
autoencoder.fit(train, train, epochs=60, batch_size=30, verbose=0)


def error(images):
    rebuilt = autoencoder.predict_on_batch(images)
    return np.mean((rebuilt - images) ** 2, axis=1)


limit = np.quantile(error(train), 0.95)
error_test, error_others = error(test), error(others)
achados = float(np.mean(error_others > limit))
falsos = float(np.mean(error_test > limit))

# %% resposta
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(5.7, 3.8))
caixas = np.linspace(0, 0.25, 40)
for erros, nome, cor, hachura in [
    (error_test, "zeros novos", "C0", None),
    (error_others, "outros dígitos", "C1", "//"),
]:
    ax.hist(
        erros,
        caixas,
        density=True,
        color=cor,
        alpha=0.7,
        hatch=hachura,
        edgecolor="white",
        label=nome,
    )
ax.axvline(limit, color="C4", linestyle="--")
ax.set(xlabel="erro de reconstrução", yticks=[], ylabel="frequência")
ax.legend(fontsize=14)
