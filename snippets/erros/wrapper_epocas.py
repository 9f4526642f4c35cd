# %% [markdown]
# # O wrapper perde as épocas na validação cruzada
# `clone` não copia `fit_kwargs`: cada dobra treina uma época só, sem aviso.

# %% preparo tags=["fora-do-slide"]
import keras
from keras import layers
from keras.wrappers import SKLearnClassifier
from sklearn.datasets import make_classification
from sklearn.model_selection import StratifiedKFold, cross_validate

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


# %% errado effect="set(epocas) == {1}"
rede = SKLearnClassifier(
    criar,
    fit_kwargs={"epochs": 7, "verbose": 0},
)
redes = cross_validate(
    rede,
    X,
    y,
    cv=dobras,
    return_estimator=True,
)["estimator"]
epocas = [len(r.history_.epoch) for r in redes]
print("épocas:", epocas)

# %% certo
rede = SKLearnClassifier(criar)
redes = cross_validate(
    rede,
    X,
    y,
    cv=dobras,
    return_estimator=True,
    params={"epochs": 7, "verbose": 0},
)["estimator"]
epocas = [len(r.history_.epoch) for r in redes]
print("épocas:", epocas)
