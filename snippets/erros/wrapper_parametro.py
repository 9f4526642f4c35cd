# %% [markdown]
# # O nome do hiperparâmetro na busca
# O scikit-learn só conhece os argumentos do wrapper; os da sua função vão em `model_kwargs`.

# %% preparo tags=["fora-do-slide"]
import keras
from keras import layers
from keras.wrappers import SKLearnClassifier
from sklearn.datasets import make_classification

X, y = make_classification(90, 4, random_state=0)
keras.utils.set_random_seed(42)


def criar(X, y, learning_rate=0.01):
    model = keras.Sequential([
        keras.Input(shape=(X.shape[1],)),
        layers.Dense(y.shape[1], activation="softmax"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate),
        loss="categorical_crossentropy",
    )
    return model


# %% errado raises="ValueError" message="Invalid parameter 'learning_rate' for estimator SKLearnClassifier"
rede = SKLearnClassifier(criar)
rede.set_params(learning_rate=0.1)

# %% certo
rede = SKLearnClassifier(criar)
opcoes = {"learning_rate": 0.1}
rede = rede.set_params(model_kwargs=opcoes)
