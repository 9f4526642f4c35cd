# %% [markdown]
# # O backend do Keras
# Quem faz as contas por baixo do Keras, e como perguntar.

# %% pergunta
import keras

print("Keras", keras.version())
print("backend:", keras.config.backend())

# %% contas tags=["fora-do-slide"]
x = keras.ops.array([1.0, 2.0, 3.0])
mean = float(keras.ops.mean(x))
print("média:", mean)
