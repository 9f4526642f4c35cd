# %% [markdown]
# # Quando mais dados não ajudam
# As duas luas e uma rede sem camada oculta: treino e teste se encontram cedo, abaixo do que seria possível.

# %% treinar tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.datasets import make_moons

X_test, y_test = make_moons(2000, noise=0.15, random_state=100)
sizes = [60, 250, 1000]
sementes = range(3)


def acuracias(size, semente):
    X_train, y_train = make_moons(
        size, noise=0.15, random_state=semente
    )
    keras.utils.set_random_seed(semente)
    model = keras.Sequential([
        keras.Input(shape=(2,)),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(keras.optimizers.Adam(0.1), "binary_crossentropy")
    # Lotes na proporção do tamanho: o mesmo número de passos em todos.
    model.fit(
        X_train, y_train, epochs=15, batch_size=size // 10, verbose=0
    )
    return [
        np.mean((np.array(model(X))[:, 0] > 0.5) == y)
        for X, y in [(X_train, y_train), (X_test, y_test)]
    ]


pontos = np.array([
    np.mean([acuracias(size, semente) for semente in sementes], axis=0)
    for size in sizes
])
treino_no_fim, teste_no_fim = map(float, pontos[-1])

# %% grafico
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(5.7, 4.2))
for valores, nome, traco in zip(
    100 * pontos.T, ["treino", "teste"], ["-", "--"], strict=True
):
    ax.plot(sizes, valores, marker="o", linestyle=traco, label=nome)
ax.set(xlabel="exemplos de treino", ylabel="acurácia (%)")
ax.set(xticks=[60, 500, 1000], ylim=(60, 101))
ax.legend(loc="lower right", fontsize=14)
