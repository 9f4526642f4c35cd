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
    hidden = layers.Dense(32, bias_initializer=bias)
    model = keras.Sequential([
        keras.Input(shape=(64,)),
        hidden,
        layers.Activation(activation),
        layers.Dense(10, activation="softmax"),
    ])
    adam = keras.optimizers.Adam(learning_rate=0.01)
    loss = "sparse_categorical_crossentropy"
    model.compile(adam, loss)
    return model


# %% comparar tags=["fora-do-slide"]
import pandas as pd

linhas = {}
for nome, ativacao in [("ReLU", "relu"), ("Leaky ReLU", "leaky_relu")]:
    model = build_model(ativacao)
    antes = model.layers[0].get_weights()[0]
    model.fit(X_train, y_train, epochs=15, verbose=0)
    mudanca = abs(model.layers[0].get_weights()[0] - antes).max()
    previsto = model.predict_on_batch(X_test).argmax(axis=1)
    linhas[nome] = {
        "acurácia (%)": float(100 * np.mean(previsto == y_test)),
        "mudança de peso": float(mudanca),
    }
acuracia = {
    nome: linha["acurácia (%)"] for nome, linha in linhas.items()
}
mudanca = {
    nome: linha["mudança de peso"] for nome, linha in linhas.items()
}

# %% tabela
pd.DataFrame(linhas).T.rename_axis("ativação")
