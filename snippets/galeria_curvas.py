# %% [markdown]
# # Ler curvas de perda
# Quatro treinos, quatro formas: o que cada uma diz e o que fazer.

# %% treinar tags=["fora-do-slide"]
import keras
from keras import layers
from sklearn.datasets import make_moons

X_train, y_train = make_moons(60, noise=0.35, random_state=0)
X_val, y_val = make_moons(200, noise=0.35, random_state=100)
X_muitos, y_muitos = make_moons(600, noise=0.35, random_state=0)


def curvas(neuronios, learning_rate, X, y):
    keras.utils.set_random_seed(42)
    model = keras.Sequential([keras.Input(shape=(2,))])
    if neuronios:
        model.add(layers.Dense(neuronios, activation="relu"))
        model.add(layers.Dense(neuronios, activation="relu"))
    model.add(layers.Dense(1, activation="sigmoid"))
    model.compile(
        keras.optimizers.Adam(learning_rate), "binary_crossentropy"
    )
    return model.fit(
        X,
        y,
        epochs=30,
        batch_size=60,
        validation_data=(X_val, y_val),
        validation_batch_size=200,
        verbose=0,
    ).history


galeria = {
    "underfitting": curvas(0, 0.2, X_train, y_train),
    "boa": curvas(32, 0.02, X_muitos, y_muitos),
    "overfitting": curvas(256, 0.02, X_train, y_train),
    "taxa alta demais": curvas(64, 1.0, X_muitos, y_muitos),
}

# %% grafico
import matplotlib.pyplot as plt

fig, eixos = plt.subplots(1, 4, figsize=(10.2, 3.1), sharey=True)
for ax, (nome, history) in zip(eixos, galeria.items(), strict=True):
    for chave in ("loss", "val_loss"):
        ax.plot(range(1, 31), history[chave], linewidth=3)
    ax.set_title(nome)
    ax.set(
        xlabel="época",
        ylim=(0, 1.2),
        xticks=[1, 15, 30],
        yticks=[0, 0.5, 1],
    )
eixos[0].set(ylabel="perda")
eixos[0].text(29, 0.22, "treino", color="C0", weight=600, ha="right")
eixos[0].text(29, 0.08, "validação", color="C1", weight=600, ha="right")
