# %% [markdown]
# # Softmax e entropia cruzada, à mão
# Dos logits às probabilidades, e das probabilidades à perda; o Keras dá os mesmos números.

# %% softmax
import numpy as np

logits = np.array([2.0, 1.0, 0.0])
powers = np.exp(logits)
p = powers / powers.sum()

print("potências:", powers.round(2))
print("soma:", powers.sum().round(2))
print("softmax:", p.round(2))

# %% perda
truth = 0  # a classe certa é a primeira
loss = -np.log(p[truth])
print("perda:", loss.round(3))

# %% keras tags=["fora-do-slide"]
import keras

entropy = keras.losses.CategoricalCrossentropy(from_logits=True)
one_hot = np.array([[1.0, 0.0, 0.0]])
keras_loss = entropy(one_hot, logits[None, :])
keras_answer = float(keras_loss)
