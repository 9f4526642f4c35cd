# %% [markdown]
# # Exercício 1: um neurônio à mão
# Solução: a soma com viés e a sigmoid em NumPy, conferidas com a camada `Dense`.

# %% preparo tags=["fora-do-slide"]
import numpy as np
from keras import layers

x = np.array([[2.0, -1.0, 0.5]])
w = np.array([[0.3], [0.8], [-0.4]])
b = np.array([0.1])

# %% conta tags=["fora-do-slide", "lacuna"]
# z: a soma ponderada, com o viés. a: a sigmoid de z, em NumPy.
z = x @ w + b  # soma ponderada mais viés
a = 1 / (1 + np.exp(-z))  # sigmoid

# %% camada tags=["fora-do-slide", "lacuna"]
# keras_answer: o que responde uma camada Dense com esses pesos e esse viés (float).
neuron = layers.Dense(1, activation="sigmoid")
neuron.build((None, 3))
neuron.set_weights([w, b])
keras_answer = float(neuron(x)[0, 0])

# %% resposta
print(f"soma: {z.item():.2f}")
print(f"saída: {a.item():.3f}")
print(f"Keras: {keras_answer:.3f}")
