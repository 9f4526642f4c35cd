# %% [markdown]
# # `model_kwargs__…` também não serve
# `model_kwargs` é um dicionário: passe um inteiro, não uma parte.

# %% preparo tags=["fora-do-slide"]
import keras
from keras import layers
from keras.wrappers import SKLearnClassifier
from sklearn.datasets import make_classification

X, y = make_classification(90, 4, random_state=0)
keras.utils.set_random_seed(42)


def build_model(X, y, learning_rate=0.01):
    model = keras.Sequential([
        keras.Input(shape=(X.shape[1],)),
        layers.Dense(y.shape[1], activation="softmax"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=learning_rate),
        loss="categorical_crossentropy",
    )
    return model


# %% errado raises="AttributeError" message="'dict' object has no attribute 'set_params'"
network = SKLearnClassifier(build_model, model_kwargs={})
network.set_params(model_kwargs__learning_rate=0.1)

# %% certo
network = SKLearnClassifier(build_model, model_kwargs={})
options = {"learning_rate": 0.1}
network = network.set_params(model_kwargs=options)
