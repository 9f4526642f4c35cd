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
outliers = x >= np.sort(x)[-8]
y[outliers] = -2
x_test = rng.uniform(0, 1, size=200)
y_test = 2 * x_test + rng.normal(scale=0.1, size=200)


# %% modelo tags=["fora-do-slide"]
def build_model(loss):
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(1,)),
        layers.Dense(1),
    ])
    adam = keras.optimizers.Adam(learning_rate=0.05)
    model.compile(optimizer=adam, loss=loss)
    return model


# %% huber
huber_loss = keras.losses.Huber(delta=0.2)
losses = {"MSE": "mse", "MAE": "mae", "Huber": huber_loss}

# %% comparar tags=["fora-do-slide"]
lines = {}
for name, loss in losses.items():
    lines[name] = build_model(loss)
    lines[name].fit(x[:, None], y, epochs=20, batch_size=10, verbose=0)
test_error = {
    name: float(
        np.mean(
            np.abs(
                line.predict(x_test[:, None], verbose=0)[:, 0] - y_test
            )
        )
    )
    for name, line in lines.items()
}

# %% formas
import matplotlib.pyplot as plt

error = np.linspace(-3, 3, 121)
fig, ax = plt.subplots(figsize=(4.9, 2.8))
huber = keras.losses.Huber(delta=0.2, reduction=None)(
    np.zeros((len(error), 1)), error[:, None]
)
for name, value, height in [
    ("MSE", error**2, 5.2),
    ("MAE", np.abs(error), 3.05),
    ("Huber", huber, 0.6),
]:
    (row,) = ax.plot(error, value, linewidth=3)
    ax.text(
        3.1 if name != "MSE" else 2.6,
        height,
        name,
        color=row.get_color(),
        weight=600,
    )
ax.set(xlabel="erro (previsto − real)", ylabel="perda")
ax.set(ylim=(0, 5.6), xlim=(-3, 4), xticks=[-3, -2, -1, 0, 1, 2, 3])

# %% retas
fig, ax = plt.subplots(figsize=(4.9, 2.8))
ax.scatter(x[~outliers], y[~outliers], s=18, color="0.65")
ax.scatter(x[outliers], y[outliers], s=40, color="C4", marker="x")
ax.text(0.8, -2, "valores absurdos", ha="right", va="center")
for line in lines.values():
    ax.plot(
        [0, 1],
        line.predict(np.array([[0.0], [1.0]]), verbose=0),
        linewidth=3,
    )
for name, color, place in [
    ("MAE", "C1", (0, 2.1)),
    ("Huber", "C2", (0, 1.65)),
    ("MSE", "C0", (0.62, 0.15)),
]:
    text = f"{name}: erro {test_error[name]:.2f}"
    ax.text(*place, text, color=color, weight=600, fontsize=15)
ax.set(
    xlabel="x", ylabel="y", yticks=[-2, -1, 0, 1, 2], ylim=(-2.4, 2.6)
)
