# %% [markdown]
# # `roc_auc` com o wrapper
# `decision_function` devolve duas colunas; a área quer uma.

# %% preparo tags=["fora-do-slide"]
import keras
from keras import layers
from keras.wrappers import SKLearnClassifier
from sklearn.datasets import make_classification
from sklearn.model_selection import StratifiedKFold, cross_val_score

X, y = make_classification(90, 4, random_state=0)
dobras = StratifiedKFold(2, shuffle=True, random_state=42)
keras.utils.set_random_seed(42)
keras.utils.disable_interactive_logging()  # predict não imprime nada


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


# %% errado raises="ValueError" message="y should be a 1d array, got an array of shape [(][0-9]+, 2[)]"
Rede = SKLearnClassifier

notas = cross_val_score(
    Rede(criar),
    X,
    y,
    cv=dobras,
    scoring="roc_auc",
    params={"verbose": 0},
    error_score="raise",
)


# %% certo
class Rede(SKLearnClassifier):
    def decision_function(self, X):
        return super().decision_function(X)[:, 1]


notas = cross_val_score(
    Rede(criar),
    X,
    y,
    cv=dobras,
    scoring="roc_auc",
    params={"verbose": 0},
    error_score="raise",
)
