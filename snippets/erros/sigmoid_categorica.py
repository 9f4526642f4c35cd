# %% [markdown]
# # Sigmoid com classes que se excluem
# Cada saída é calculada sozinha: a soma não é 1, e não há aviso.

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


# %% errado effect="abs(soma - 1).max() > 0.1"
model = rede("sigmoid")
p = model.predict(X, verbose=0)
soma = p.sum(axis=1)
print("somas das linhas:", soma[:3].round(2))

# %% certo
model = rede("softmax")
p = model.predict(X, verbose=0)
soma = p.sum(axis=1)
print("somas das linhas:", soma[:3].round(2))
