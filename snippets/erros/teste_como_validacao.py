# %% [markdown]
# # Escolher e avaliar com os mesmos dados
# Quarenta redes sem treino, rótulos sorteados: a melhor delas parece boa só porque foi escolhida.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
X_test = rng.normal(size=(40, 5))
y_test = rng.integers(0, 2, size=40)  # cara ou coroa
X_new = rng.normal(size=(4000, 5))
y_new = rng.integers(0, 2, size=4000)
keras.utils.set_random_seed(42)
networks = [
    keras.Sequential([keras.Input(shape=(5,)), layers.Dense(1)])
    for _ in range(40)
]


def accuracy(model, X, y):
    """Sem treino: cada rede é um sorteio de pesos."""
    outputs = model.predict(X, verbose=0)[:, 0]
    return float(((outputs > 0) == y).mean())


test_scores = [accuracy(model, X_test, y_test) for model in networks]
best = networks[int(np.argmax(test_scores))]

# %% errado effect="score > 0.58"
score = accuracy(best, X_test, y_test)
print(f"acurácia da escolhida: {score:.2f}")

# %% certo
score = accuracy(best, X_new, y_new)
print(f"acurácia da escolhida: {score:.2f}")
