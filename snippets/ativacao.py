# %% [markdown]
# # Sem ativação, a rede é uma reta
# A mesma rede nos mesmos dados, com três ativações: nenhuma, ReLU e tanh.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.datasets import make_moons
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

X, y = make_moons(n_samples=1000, noise=0.15, random_state=42)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.4, stratify=y, random_state=42
)
logistica = LogisticRegression().fit(X_train, y_train)
baseline = logistica.score(X_test, y_test)


# %% rede
def train_net(activation):
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(2,)),
        layers.Dense(16, activation=activation),
        layers.Dense(16, activation=activation),
        layers.Dense(1, activation="sigmoid"),
    ])
    adam = keras.optimizers.Adam(learning_rate=0.02)
    model.compile(adam, "binary_crossentropy")
    model.fit(X_train, y_train, epochs=25, verbose=0)
    return model


# %% comparar tags=["fora-do-slide"]
nomes = {None: "nenhuma", "relu": "ReLU", "tanh": "tanh"}
modelos = {nome: train_net(funcao) for funcao, nome in nomes.items()}
acuracias = {
    nome: float(
        np.mean((np.array(model(X_test))[:, 0] > 0.5) == y_test)
    )
    for nome, model in modelos.items()
}

# %% fronteiras
import matplotlib.pyplot as plt

lado = np.linspace(-1.6, 2.6, 90), np.linspace(-1.2, 1.7, 70)
grade = np.stack(np.meshgrid(*lado), axis=-1)
fig, eixos = plt.subplots(1, 3, figsize=(10.2, 3.4))
for ax, (nome, model) in zip(eixos, modelos.items(), strict=True):
    p = np.reshape(model(grade.reshape(-1, 2)), (70, 90))
    ax.contourf(
        *lado, p, levels=[0, 0.5, 1], colors=["C1", "C0"], alpha=0.18
    )
    ax.contour(*lado, p, levels=[0.5], colors="C4", linestyles="--")
    for classe, cor, marca in [(0, "C1", "o"), (1, "C0", "^")]:
        ax.scatter(
            *X_test[y_test == classe].T, s=14, color=cor, marker=marca
        )
    ax.set_title(f"{nome}: acerta {100 * acuracias[nome]:.1f} %")
    ax.set_axis_off()
