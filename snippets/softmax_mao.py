# %% [markdown]
# # Softmax e entropia cruzada, à mão
# Dos logits às probabilidades, e das probabilidades à perda; o Keras dá os mesmos números.

# %% parametros tags=["parameters", "fora-do-slide"] truth=[0, 1, 2]
truth = 0

# %% softmax
import numpy as np

logits = np.array([2.0, 1.0, 0.0])
powers = np.exp(logits)
p = powers / powers.sum()

print("potências:", powers.round(2))
print("soma:", powers.sum().round(2))
print("softmax:", p.round(2))

# %% perda
# truth: a posição da classe certa, de 0 a 2
loss = -np.log(p[truth])
print("perda:", loss.round(3))

# %% keras tags=["fora-do-slide"]
import keras

entropy = keras.losses.CategoricalCrossentropy(from_logits=True)
one_hot = np.eye(3)[[truth]]
keras_loss = entropy(one_hot, logits[None, :])
keras_answer = float(keras_loss)
by_hand = float(loss)
