# %% [markdown]
# # Parar antes de aprender
# Vinte épocas com o SGD simples: a perda ainda caía quando o treino acabou.

# %% preparo tags=["fora-do-slide"]
import keras
from keras import layers
from keras.optimizers import Adam
from sklearn.datasets import make_moons

X, y = make_moons(200, noise=0.1, random_state=0)


def acerto(epocas, optimizer):
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(2,)),
        layers.Dense(8, activation="tanh"),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(
        optimizer=optimizer,
        loss="binary_crossentropy",
        metrics=["accuracy"],
    )
    model.fit(X, y, epochs=epocas, verbose=0)
    return model.evaluate(X, y, verbose=0, return_dict=True)["accuracy"]


# %% errado effect="nota < 0.9"
nota = acerto(20, "sgd")
print(f"acurácia no treino: {nota:.2f}")

# %% certo
nota = acerto(30, Adam(learning_rate=0.05))
print(f"acurácia no treino: {nota:.2f}")
