# %% [markdown]
# # Alvo grande, taxa pequena
# O alvo vale centenas, a saída começa perto de zero, e cada passo é mínimo.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_diabetes
from sklearn.metrics import r2_score
from sklearn.preprocessing import StandardScaler

X, y = load_diabetes(return_X_y=True)
X = StandardScaler().fit_transform(X[:, [2, 3, 8]])
z = (y - y.mean()) / y.std()  # o alvo padronizado


def nota(alvo, epocas, taxa):
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(3,)),
        layers.Dense(2, activation="relu"),
        layers.Dense(1),
    ])
    optimizer = keras.optimizers.Adam(learning_rate=taxa)
    model.compile(optimizer=optimizer, loss="mse")
    model.fit(X, alvo, epochs=epocas, verbose=0)
    return r2_score(alvo, np.asarray(model(X)))


# %% errado effect="r2 < 0"
r2 = nota(y, epocas=5, taxa=0.001)
print(f"R² no treino: {r2:.2f}")

# %% certo
r2 = nota(z, epocas=8, taxa=0.03)
print(f"R² no treino: {r2:.2f}")
