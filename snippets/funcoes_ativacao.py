# %% [markdown]
# # As funções de ativação e suas derivadas
# Quatro funções do Keras, desenhadas com as derivadas que o TensorFlow calcula.

# %% curvas tags=["fora-do-slide"]
import keras
import numpy as np
import tensorflow as tf

z = np.linspace(-4, 4, 161).astype("float32")
functions = {
    "sigmoid": keras.activations.sigmoid,
    "tanh": keras.activations.tanh,
    "ReLU": keras.activations.relu,
    "Leaky ReLU": keras.activations.leaky_relu,
}
values, derivatives = {}, {}
for name, function in functions.items():
    x = tf.Variable(z)
    with tf.GradientTape() as tape:
        y = function(x)
    values[name] = y.numpy()
    derivatives[name] = tape.gradient(y, x).numpy()
at_one, at_minus_one = (
    {
        name: float(y[np.argmin(abs(z - place))])
        for name, y in values.items()
    }
    for place in (1, -1)
)
largest_derivative = {
    name: float(d.max()) for name, d in derivatives.items()
}

# %% grafico
import matplotlib.pyplot as plt

fig, axes = plt.subplots(1, 4, figsize=(10.2, 3.6), sharey=True)
colors = {
    "sigmoid": "C1",
    "tanh": "C2",
    "ReLU": "C0",
    "Leaky ReLU": "C3",
}
for ax, name in zip(axes, functions, strict=True):
    ax.axhline(0, color="0.6", linestyle="-", linewidth=1)
    ax.plot(z, values[name], "-", color=colors[name], linewidth=3.4)
    ax.plot(z, derivatives[name], "--", color="C5", linewidth=2.6)
    ax.set_title(name)
    ax.set(xlabel="soma z", xticks=[-4, 0, 4], yticks=[-1, 0, 1])
    ax.set(ylim=(-1.3, 2.2))
axes[0].text(-3.9, 1.15, "função", color="C1", weight=600)
axes[0].text(-3.9, -0.4, "derivada", color="C5", weight=600)
