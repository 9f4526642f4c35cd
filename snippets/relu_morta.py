# %% [markdown]
# # A ReLU que morre
# Com o viés muito negativo, a soma é sempre negativa: a ReLU devolve zero, a derivada é zero, e nada muda.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X / 16, y, test_size=0.3, stratify=y, random_state=42
)


# %% rede
def build_model(activation):
    keras.utils.set_random_seed(42)
    bias = keras.initializers.Constant(-10)
    return keras.Sequential([
        keras.Input(shape=(64,)),
        layers.Dense(
            32,
            activation=activation,
            bias_initializer=bias,
        ),
        layers.Dense(10, activation="softmax"),
    ])


# %% comparar tags=["fora-do-slide"]
import pandas as pd

rows = {}
for name, activation in [
    ("ReLU", "relu"),
    ("Leaky ReLU", "leaky_relu"),
]:
    model = build_model(activation)
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.01),
        loss="sparse_categorical_crossentropy",
    )
    before = model.layers[0].get_weights()[0]
    model.fit(X_train, y_train, epochs=15, verbose=0)
    change = abs(model.layers[0].get_weights()[0] - before).max()
    predicted = model.predict(X_test, verbose=0).argmax(axis=1)
    rows[name] = {
        "acurácia (%)": float(100 * np.mean(predicted == y_test)),
        "maior mudança": float(change),
    }
accuracy = {name: row["acurácia (%)"] for name, row in rows.items()}
change = {name: row["maior mudança"] for name, row in rows.items()}

# %% tabela
pd.DataFrame(rows).T.rename_axis("ativação")
