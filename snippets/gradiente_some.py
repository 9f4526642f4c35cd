# %% [markdown]
# # O gradiente que some
# Em uma rede de dez camadas, quanto do gradiente chega às primeiras, com sigmoid e com ReLU.

# %% imports tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers


# %% rede
def deep_net(activation):
    keras.utils.set_random_seed(42)
    start = "he_normal"
    model = keras.Sequential([keras.Input(shape=(64,))])
    for _ in range(10):
        model.add(
            layers.Dense(32, activation, kernel_initializer=start)
        )
    model.add(layers.Dense(10, activation="softmax"))
    return model


# %% medir tags=["fora-do-slide"]
import tensorflow as tf
from sklearn.datasets import load_digits

X, y = load_digits(return_X_y=True)
X = (X[:256] / 16).astype("float32")


def normas(activation):
    model = deep_net(activation)
    kernels = [camada.kernel.value for camada in model.layers[:-1]]
    with tf.GradientTape() as tape:
        perdas = keras.losses.sparse_categorical_crossentropy(
            y[:256], model(X)
        )
        perda = tf.reduce_mean(perdas)
    return [
        float(np.linalg.norm(g.numpy()))
        for g in tape.gradient(perda, kernels)
    ]


norma = {"sigmoid": normas("sigmoid"), "ReLU": normas("relu")}
queda = {
    nome: valores[-1] / valores[0] for nome, valores in norma.items()
}
queda_sigmoid = float(np.log10(queda["sigmoid"]))

# %% grafico
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(5.7, 4.2))
for nome, marca in [("sigmoid", "o"), ("ReLU", "^")]:
    ax.plot(range(1, 11), norma[nome], marker=marca, label=nome)
ax.set_yscale("log")
ax.set_yticks([1e-1, 1e-3, 1e-5], ["0.1", "0.001", "0.00001"])
ax.minorticks_off()
ax.set(xlabel="camada oculta", ylabel="tamanho do gradiente")
ax.set(xticks=[1, 4, 7, 10])
ax.legend(fontsize=14, loc="center right")
