# %% [markdown]
# # Entropia cruzada binária sem sigmoid
# Sem ativação a saída é qualquer número; a perda a lê como probabilidade.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.datasets import make_moons
from sklearn.preprocessing import StandardScaler

X, y = make_moons(300, noise=0.2, random_state=0)
X = StandardScaler().fit_transform(X)


def treinar(ativacao):
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(2,)),
        layers.Dense(8, activation="tanh"),
        layers.Dense(1, activation=ativacao),
    ])
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate=0.1),
        loss="binary_crossentropy",
    )
    model.fit(X, y, epochs=10, verbose=0)
    return np.asarray(model(X))


# %% errado effect="p.min() < 0 or p.max() > 1"
p = treinar(ativacao=None)
print(f"de {p.min():.2f} a {p.max():.2f}")

# %% certo
p = treinar(ativacao="sigmoid")
print(f"de {p.min():.2f} a {p.max():.2f}")
