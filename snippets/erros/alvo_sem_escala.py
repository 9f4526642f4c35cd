# %% [markdown]
# # Alvo grande, taxa pequena
# A primeira rede do curso com a taxa padrão: o alvo vale centenas, a saída começa perto de zero, e cada passo é mínimo.

# %% preparo tags=["fora-do-slide"]
import keras
from keras import layers
from sklearn.datasets import load_diabetes
from sklearn.metrics import r2_score
from sklearn.preprocessing import StandardScaler

X, y = load_diabetes(return_X_y=True)
X = StandardScaler().fit_transform(X[:, [2, 3, 8]])
z = (y - y.mean()) / y.std()  # o alvo padronizado


def build_model():
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(3,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(1),
    ])
    model.compile(optimizer="adam", loss="mse")
    return model


# %% errado effect="r2 < 0"
model = build_model()
model.fit(X, y, epochs=40, verbose=0)
r2 = r2_score(y, model.predict(X, verbose=0))
print(f"R² no treino: {r2:.2f}")

# %% certo
model = build_model()
model.fit(X, z, epochs=40, verbose=0)
r2 = r2_score(z, model.predict(X, verbose=0))
print(f"R² no treino: {r2:.2f}")
