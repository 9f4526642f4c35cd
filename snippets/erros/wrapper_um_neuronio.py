# %% [markdown]
# # No wrapper, uma saída por classe
# O wrapper entrega `y` em one-hot: duas colunas, mesmo com duas classes.

# %% preparo tags=["fora-do-slide"]
import keras
from keras import layers
from keras.wrappers import SKLearnClassifier
from sklearn.datasets import make_classification

X, y = make_classification(90, 4, random_state=0)
keras.utils.set_random_seed(42)


# %% errado raises="ValueError" message="must have the same shape"
def build_model(X, y):
    model = keras.Sequential([
        keras.Input(shape=(4,)),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(loss="binary_crossentropy")
    return model


network = SKLearnClassifier(build_model)
network = network.fit(X, y, verbose=0)


# %% certo
def build_model(X, y):
    model = keras.Sequential([
        keras.Input(shape=(4,)),
        layers.Dense(2, activation="softmax"),
    ])
    model.compile(loss="categorical_crossentropy")
    return model


network = SKLearnClassifier(build_model)
network = network.fit(X, y, verbose=0)
