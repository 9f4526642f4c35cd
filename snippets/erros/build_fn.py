# %% [markdown]
# # `build_fn` agora é `model`
# E o que se passa é a função, sem chamá-la.

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


# %% errado raises="TypeError" message="unexpected keyword argument 'build_fn'"
network = SKLearnClassifier(build_fn=build_model)

# %% certo
network = SKLearnClassifier(model=build_model)
