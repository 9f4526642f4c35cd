# %% [markdown]
# # O gradiente que some
# Em uma rede de dez camadas, quanto do gradiente chega às primeiras, com sigmoid, com ReLU e com ReLU de pesos iniciais pequenos.

# %% imports tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers


# %% rede
def build_model(activation, init="he_normal", seed=42):
    keras.utils.set_random_seed(seed)
    model = keras.Sequential()
    model.add(keras.Input(shape=(64,)))
    for _ in range(10):
        model.add(
            layers.Dense(
                32,
                activation=activation,
                kernel_initializer=init,
            )
        )
    model.add(layers.Dense(10, activation="softmax"))
    return model


# %% medir tags=["fora-do-slide"]
import tensorflow as tf
from sklearn.datasets import load_digits

X, y = load_digits(return_X_y=True)
X = (X[:256] / 16).astype("float32")


def gradient_norms(*options, **named):
    model = build_model(*options, **named)
    kernels = [layer.kernel.value for layer in model.layers[:-1]]
    with tf.GradientTape() as tape:
        losses = keras.losses.sparse_categorical_crossentropy(
            y[:256], model(X)
        )
        loss = tf.reduce_mean(losses)
    return [
        float(np.linalg.norm(g.numpy()))
        for g in tape.gradient(loss, kernels)
    ]


norms = {
    "sigmoid": gradient_norms("sigmoid"),
    "ReLU": gradient_norms("relu"),
    "ReLU, pesos pequenos": gradient_norms(
        "relu", init=keras.initializers.RandomNormal(stddev=0.05)
    ),
}
drop = {name: values[-1] / values[0] for name, values in norms.items()}
drops = [drop["sigmoid"]]
for seed in (0, 1, 2):
    other = gradient_norms("sigmoid", seed=seed)
    drops.append(other[-1] / other[0])
seed_count = len(drops)
smallest_drop, largest_drop = (  # em milhares
    round(min(drops) / 1000),
    round(max(drops) / 1000),
)
per_layer = drop["sigmoid"] ** (-1 / 9)  # nove passos para trás
sigmoid_drop = float(np.log10(drop["sigmoid"]))

# %% grafico
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(5.7, 4.1))
smaller = f"{drop['sigmoid']:,.0f}".replace(",", ".")
for name, look, label, height in [
    ("sigmoid", "C1--o", f"sigmoid: {smaller} vezes menor", 8e-6),
    ("ReLU", "C0-^", "ReLU", 8),
    ("ReLU, pesos pequenos", "C4:s", "ReLU, pesos pequenos", 3e-8),
]:
    ax.plot(range(1, 11), norms[name], look)
    style = {"color": look[:2], "weight": 600, "ha": "right"}
    ax.text(10, height, label, fontsize=16, **style)
ax.set_yscale("log")
ax.set_yticks([1, 1e-3, 1e-6], ["1", "0.001", "0.000001"])
ax.minorticks_off()
ax.set(xlabel="camada oculta", ylabel="tamanho do gradiente")
ax.set(xticks=[1, 4, 7, 10], ylim=(5e-9, 1e2))
