# %% [markdown]
# # Colunas sem padronizar
# Colunas que chegam a milhares saturam a rede: ela só responde a classe mais comum.

# %% preparo tags=["fora-do-slide"]
import keras
from keras import layers
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X, y = load_breast_cancer(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, stratify=y, random_state=0
)


def build_model():
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(30,)),
        layers.Dense(8, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(
        optimizer="sgd",
        loss="binary_crossentropy",
        metrics=["accuracy"],
    )
    return model


quiet = {"return_dict": True, "verbose": 0}

# %% errado effect="accuracy < 0.8"
model = build_model()
model.fit(X_train, y_train, epochs=15, verbose=0)
accuracy = model.evaluate(X_test, y_test, **quiet)["accuracy"]
print(f"acurácia no teste: {accuracy:.2f}")

# %% certo
scaler = StandardScaler().fit(X_train)
X_train = scaler.transform(X_train)
X_test = scaler.transform(X_test)
model = build_model()
model.fit(X_train, y_train, epochs=15, verbose=0)
accuracy = model.evaluate(X_test, y_test, **quiet)["accuracy"]
print(f"acurácia no teste: {accuracy:.2f}")
