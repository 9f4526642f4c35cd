# %% [markdown]
# # Ler curvas de perda
# Quatro treinos, quatro formas: o que cada uma diz e o que fazer.

# %% treinar tags=["fora-do-slide"]
import keras
from keras import layers
from sklearn.datasets import make_moons

X_train, y_train = make_moons(60, noise=0.35, random_state=0)
X_val, y_val = make_moons(200, noise=0.35, random_state=100)
X_many, y_many = make_moons(600, noise=0.35, random_state=0)


def curves(units, learning_rate, X, y):
    keras.utils.set_random_seed(42)
    model = keras.Sequential([keras.Input(shape=(2,))])
    if units:
        model.add(layers.Dense(units, activation="relu"))
        model.add(layers.Dense(units, activation="relu"))
    model.add(layers.Dense(1, activation="sigmoid"))
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=learning_rate),
        loss="binary_crossentropy",
    )
    return model.fit(
        X,
        y,
        epochs=30,
        batch_size=60,
        validation_data=(X_val, y_val),
        verbose=0,
    ).history


gallery = {
    "underfitting": curves(0, 0.2, X_many, y_many),
    "boa": curves(32, 0.02, X_many, y_many),
    "overfitting": curves(256, 0.02, X_train, y_train),
    "taxa alta demais": curves(64, 1.0, X_many, y_many),
}

last_val_loss = {
    name: history["val_loss"][-1] for name, history in gallery.items()
}
many, few = len(X_many), len(X_train)

# %% grafico
import matplotlib.pyplot as plt

remedies = {
    "underfitting": "rede maior;\nse ainda desce,\nmais épocas",
    "boa": "nada a fazer",
    "overfitting": "parar, frear,\nmais dados",
    "taxa alta demais": "dividir a taxa\npor dez",
}
fig, axes = plt.subplots(1, 4, figsize=(10.2, 4.1), sharey=True)
for ax, (name, history) in zip(axes, gallery.items(), strict=True):
    for key in ("loss", "val_loss"):
        ax.plot(range(1, 31), history[key], linewidth=3)
    ax.set_title(name)
    ax.text(
        0,
        -0.34,
        remedies[name],
        transform=ax.transAxes,
        va="top",
        fontsize=17,
        linespacing=1.3,
    )
    ax.set(
        xlabel="época",
        ylim=(0, 1.2),
        xticks=[1, 15, 30],
        yticks=[0, 0.5, 1],
    )
axes[0].set(ylabel="perda")
style = {"weight": 600, "ha": "right", "fontsize": 16}
axes[2].text(29, 0.9, "validação", color="C1", **style)
axes[2].text(29, 0.03, "treino", color="C0", **style)
