# %% [markdown]
# # Exercício 6: a SiLU e a sua derivada
# Solução: x vezes a sigmoid de x, com a derivada calculada pelo TensorFlow.

# %% preparo tags=["fora-do-slide"]
import keras
import tensorflow as tf

x = tf.linspace(-6.0, 6.0, 601)
# %% derivada tags=["fora-do-slide", "lacuna"]
# y: a SiLU de x. slope: a derivada, com tf.GradientTape.
# No fim, x, y e slope em NumPy.
with tf.GradientTape() as tape:
    tape.watch(x)
    y = keras.activations.silu(x)
slope = tape.gradient(y, x).numpy()
x, y = x.numpy(), y.numpy()
# %% minimo tags=["fora-do-slide"]
minimum = float(y.min())
where = float(x[y.argmin()])

# %% resposta
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(5.7, 3.6))
ax.plot(x, y, "C0-", linewidth=3)
ax.plot(x, slope, "C5--", linewidth=3)
ax.plot(where, minimum, "o", color="C2")
ax.annotate(
    f"mínimo: {minimum:.2f}",
    (where, minimum),
    xytext=(-5.8, 1.1),
    color="C2",
    weight=600,
    arrowprops={"arrowstyle": "->", "color": "0.4"},
)
ax.set(xlabel="soma do neurônio", ylim=(-0.6, 4))
ax.text(3.4, 3.5, "SiLU", color="C0", weight=600, ha="right")
ax.text(5.8, 1.3, "derivada", color="C5", weight=600, ha="right")
