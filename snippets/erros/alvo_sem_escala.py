# %% [markdown]
# # Alvo grande, taxa pequena
# O alvo vale centenas, a saída começa perto de zero, e cada passo é mínimo.

# %% preparo tags=["fora-do-slide"]
import keras
from keras import layers
from sklearn.datasets import load_diabetes
from sklearn.metrics import r2_score
from sklearn.preprocessing import StandardScaler

X, y = load_diabetes(return_X_y=True)
X = StandardScaler().fit_transform(X[:, [2, 3, 8]])
padronizar = StandardScaler()
z = padronizar.fit_transform(y[:, None])[:, 0]


def prever(alvo, epocas, taxa):
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(3,)),
        layers.Dense(2, activation="relu"),
        layers.Dense(1),
    ])
    optimizer = keras.optimizers.Adam(learning_rate=taxa)
    model.compile(optimizer=optimizer, loss="mse")
    model.fit(X, alvo, epochs=epocas, verbose=0)
    return model.predict(X, verbose=0)


# %% errado effect="r2 < 0"
p = prever(y, epocas=5, taxa=0.001)
r2 = r2_score(y, p)
print(f"R² no treino: {r2:.2f}")

# %% certo
p = prever(z, epocas=8, taxa=0.03)
r2 = r2_score(y, padronizar.inverse_transform(p))
print(f"R² no treino: {r2:.2f}")
