# %% [markdown]
# # Entropia cruzada binária sem sigmoid
# Sem ativação a saída é qualquer número; a perda a lê como probabilidade.

# %% preparo tags=["fora-do-slide"]
import keras
from keras import layers
from sklearn.datasets import make_moons
from sklearn.preprocessing import StandardScaler

X, y = make_moons(300, noise=0.2, random_state=0)
X = StandardScaler().fit_transform(X)


keras.utils.set_random_seed(42)


def sgd():
    return keras.optimizers.SGD(learning_rate=0.1)


# %% errado effect="p.min() < 0 or p.max() > 1"
model = keras.Sequential([
    keras.Input(shape=(2,)),
    layers.Dense(8, activation="tanh"),
    layers.Dense(1),
])
model.compile(optimizer=sgd(), loss="binary_crossentropy")
model.fit(X, y, epochs=10, verbose=0)
p = model.predict(X, verbose=0)
print(f"de {p.min():.2f} a {p.max():.2f}")

# %% certo
model = keras.Sequential([
    keras.Input(shape=(2,)),
    layers.Dense(8, activation="tanh"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer=sgd(), loss="binary_crossentropy")
model.fit(X, y, epochs=10, verbose=0)
p = model.predict(X, verbose=0)
print(f"de {p.min():.2f} a {p.max():.2f}")
