# %% [markdown]
# # Exercício 9: o que é estranho reconstrói mal
# Solução: um autoencoder treinado só com zeros erra pouco nos zeros e muito nos outros dígitos.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_digits

X, y = load_digits(return_X_y=True)
zeros, others = X[y == 0] / 16, X[y != 0] / 16
train, test = zeros[:120], zeros[120:]

# %% treinar tags=["fora-do-slide", "lacuna"]
# autoencoder: 64 → 4 → 64; treine só com train, que é também o alvo.
keras.utils.set_random_seed(42)
autoencoder = keras.Sequential([
    keras.Input(shape=(64,)),
    layers.Dense(4, activation="tanh"),
    layers.Dense(64, activation="sigmoid"),
])
autoencoder.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.01), loss="mse"
)
autoencoder.fit(train, train, epochs=60, batch_size=30, verbose=0)


# %% erro tags=["fora-do-slide"]
def error(images):
    rebuilt = autoencoder.predict(images, verbose=0)
    return np.mean((rebuilt - images) ** 2, axis=1)


# %% limiar tags=["fora-do-slide", "lacuna"]
# limit: o erro abaixo do qual ficam 95 % dos zeros do treino.
limit = np.quantile(error(train), 0.95)
# %% contas tags=["fora-do-slide"]
error_test, error_others = error(test), error(others)
found = float(np.mean(error_others > limit))
false_alarms = float(np.mean(error_test > limit))

# %% resposta
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(5.7, 3.6))
bins = np.linspace(0, 0.25, 40)
for errors, color, hatch in [
    (error_test, "C0", None),
    (error_others, "C1", "//"),
]:
    ax.hist(
        errors,
        bins,
        density=True,
        color=color,
        alpha=0.7,
        hatch=hatch,
        edgecolor="white",
    )
ax.axvline(limit, color="C4", linestyle="--")
ax.set(xlabel="erro de reconstrução", yticks=[], ylabel="frequência")
style = {"weight": 600, "fontsize": 16}
ax.set(ylim=(0, 36))
ax.text(0.045, 24, "zeros novos", color="C0", **style)
ax.text(0.17, 12, "outros dígitos", color="C1", **style)
ax.text(0.045, 32, f"limiar: {limit:.3f}", color="C4", **style)
