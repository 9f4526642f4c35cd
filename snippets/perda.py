# %% [markdown]
# # A função de perda decide o que a rede aprende
# Alguns valores absurdos puxam a reta de quem minimiza o erro ao quadrado. O erro absoluto e a Huber resistem.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(42)
x = rng.uniform(0, 1, size=100)
y = 2 * x + rng.normal(scale=0.1, size=100)
absurdos = x >= np.sort(x)[-8]
y[absurdos] = -2
x_test = rng.uniform(0, 1, size=200)
y_test = 2 * x_test + rng.normal(scale=0.1, size=200)


# %% treinar
def train_line(loss):
    keras.utils.set_random_seed(42)
    line = keras.Sequential([keras.Input(shape=(1,)), layers.Dense(1)])
    line.compile(optimizer=keras.optimizers.Adam(0.05), loss=loss)
    line.fit(x[:, None], y, epochs=20, batch_size=10, verbose=0)
    return line


# %% comparar tags=["fora-do-slide"]
perdas = {
    "MSE": "mse",
    "MAE": "mae",
    "Huber": keras.losses.Huber(delta=0.2),
}
retas = {nome: train_line(loss) for nome, loss in perdas.items()}
erro_no_teste = {
    nome: float(
        np.mean(
            np.abs(
                reta.predict_on_batch(x_test[:, None])[:, 0] - y_test
            )
        )
    )
    for nome, reta in retas.items()
}

# %% formas
import matplotlib.pyplot as plt

erro = np.linspace(-3, 3, 121)
fig, ax = plt.subplots(figsize=(4.8, 3.55))
huber = np.where(np.abs(erro) < 1, erro**2 / 2, np.abs(erro) - 0.5)
for nome, valor, altura in [
    ("MSE", erro**2, 5.2),
    ("MAE", np.abs(erro), 3.05),
    ("Huber", huber, 2.4),
]:
    (linha,) = ax.plot(erro, valor, linewidth=3)
    ax.text(
        3.1 if nome != "MSE" else 2.6,
        altura,
        nome,
        color=linha.get_color(),
        weight=600,
    )
ax.set(xlabel="erro (previsto − real)", ylabel="perda")
ax.set(ylim=(0, 5.6), xlim=(-3, 4), xticks=[-3, -2, -1, 0, 1, 2, 3])

# %% retas
fig, ax = plt.subplots(figsize=(4.8, 3.55))
ax.scatter(x[~absurdos], y[~absurdos], s=18, color="0.65")
ax.scatter(x[absurdos], y[absurdos], s=40, color="C4", marker="x")
ax.text(0.62, -1.85, "valores\nabsurdos", ha="center", va="center")
for nome, reta in retas.items():
    ax.plot(
        [0, 1],
        reta.predict_on_batch(np.array([[0.0], [1.0]])),
        linewidth=3,
        label=f"{nome}: erro {erro_no_teste[nome]:.2f}",
    )
ax.legend(loc="lower left", title="no teste, limpo", alignment="left")
ax.set(xlabel="x", ylabel="y", yticks=[-2, -1, 0, 1, 2])
