# %% [markdown]
# # Escolher e avaliar com os mesmos dados
# Quarenta redes sem treino, rótulos sorteados: a melhor delas parece boa só porque foi escolhida.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

sorteio = np.random.default_rng(0)
X_teste = sorteio.normal(size=(40, 5))
y_teste = sorteio.integers(0, 2, size=40)  # cara ou coroa
X_novo = sorteio.normal(size=(4000, 5))
y_novo = sorteio.integers(0, 2, size=4000)
keras.utils.set_random_seed(42)
redes = [
    keras.Sequential([keras.Input(shape=(5,)), layers.Dense(1)])
    for _ in range(40)
]


def acerto(model, X, y):
    """Sem treino: cada rede é um sorteio de pesos."""
    saida = np.asarray(model(X))[:, 0]
    return float(((saida > 0) == y).mean())


def acerto_no_teste(model):
    return acerto(model, X_teste, y_teste)


# %% errado effect="nota > 0.58"
melhor = max(redes, key=acerto_no_teste)
nota = acerto_no_teste(melhor)
print(f"acurácia da melhor: {nota:.2f}")

# %% certo
melhor = max(redes, key=acerto_no_teste)
nota = acerto(melhor, X_novo, y_novo)
print(f"acurácia da melhor: {nota:.2f}")
