# %% [markdown]
# # Softmax com perda binária
# Roda sem aviso e mede outra coisa: com 3 classes, a perda de quem chuta é ln 3, cerca de 1,1.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

sorteio = np.random.default_rng(0)
X = sorteio.normal(size=(90, 4))
y = X[:, :3].argmax(axis=1)


def rede(ativacao="softmax"):
    keras.utils.set_random_seed(42)
    return keras.Sequential([
        keras.Input(shape=(4,)),
        layers.Dense(3, activation=ativacao),
    ])


um_de_tres = keras.utils.to_categorical(y)
chute = np.full((90, 3), 1 / 3)

# %% errado effect="perda < 1"
perda = keras.losses.binary_crossentropy(um_de_tres, chute)
perda = float(perda[0])
print(f"perda de quem chuta: {perda:.2f}")

# %% certo
perda = keras.losses.categorical_crossentropy(um_de_tres, chute)
perda = float(perda[0])
print(f"perda de quem chuta: {perda:.2f}")
