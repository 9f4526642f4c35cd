# %% [markdown]
# # O wrapper muda o seu dicionário
# Os argumentos de `fit` entram no dicionário que você passou.

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


# %% errado effect="'epochs' in opcoes"
opcoes = {"verbose": 0}
rede = SKLearnClassifier(
    criar,
    fit_kwargs=opcoes,
)
rede.fit(X, y, epochs=2)
print(opcoes)

# %% certo
opcoes = {"verbose": 0}
rede = SKLearnClassifier(
    criar,
    fit_kwargs={**opcoes},
)
rede.fit(X, y, epochs=2)
print(opcoes)
