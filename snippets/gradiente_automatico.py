# %% [markdown]
# # O backend deriva por você
# O TensorFlow guarda as contas feitas e calcula a derivada de qualquer uma delas.

# %% derivada
import tensorflow as tf

w = tf.Variable(3.0)
with tf.GradientTape() as tape:
    loss = (w - 1) ** 2

gradient = tape.gradient(loss, w)
print("perda:", loss.numpy())
print("derivada:", gradient.numpy())

# %% conferencia tags=["fora-do-slide"]
derivative = float(gradient)
