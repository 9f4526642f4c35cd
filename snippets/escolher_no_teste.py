# %% [markdown]
# # Escolher no teste é colar
# Rótulos sorteados: ninguém acerta, em média, mais que a metade. Quem escolhe a melhor de muitas redes pela nota em cinquenta exemplos parece acertar mais.

# %% parametros tags=["fora-do-slide", "parameters"] seed=[0, 1, 2, 3]
seed = 0

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(seed)
X = rng.normal(size=(2250, 10))
y = rng.integers(0, 2, size=2250)  # cara ou coroa
train, chosen, new = slice(200), slice(200, 250), slice(250, None)
attempts = []


def note(epoch, logs):
    hits = (
        model.predict(X, batch_size=len(X), verbose=0)[:, 0] > 0.5
    ) == y
    attempts.append((hits[chosen].mean(), hits[new].mean()))


# %% tentar tags=["fora-do-slide"]
for activation in ["relu", "tanh"]:
    keras.utils.set_random_seed(seed)
    model = keras.Sequential([
        keras.Input(shape=(10,)),
        layers.Dense(16, activation=activation),
        layers.Dense(1, activation="sigmoid"),
    ])
    adam = keras.optimizers.Adam(learning_rate=0.03)
    model.compile(optimizer=adam, loss="binary_crossentropy")
    callback = keras.callbacks.LambdaCallback(on_epoch_end=note)
    model.fit(
        X[train],
        y[train],
        batch_size=50,
        epochs=25,
        callbacks=[callback],
        verbose=0,
    )
best = max(attempts)
print(f"para escolher: {best[0]:.2f}, inéditos: {best[1]:.2f}")

# %% valores tags=["fora-do-slide"]
chosen_score, new_score = map(float, best)
attempt_count = len(attempts)

# %% grafico
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(5.7, 4.2))
for column, color, name, marker, height in [
    (0, "C1", "50 para escolher", "o", 74),
    (1, "C0", "2.000 inéditos", "s", 34),
]:
    ax.plot(
        range(1, len(attempts) + 1),
        [100 * a[column] for a in attempts],
        linestyle="",
        marker=marker,
        markersize=5,
        color=color,
    )
    ax.text(50, height, name, color=color, ha="right", weight=600)
ax.axhline(50, color="0.45", linewidth=1.2, linestyle="-")
where = attempts.index(best) + 1
ax.annotate(
    "a escolhida",
    (where, 100 * best[0]),
    xytext=(where, 100 * best[0] + 6),
    ha="center",
    arrowprops={"arrowstyle": "-|>", "color": "0.3"},
)
ax.set(xlabel="tentativa", ylabel="acurácia (%)", ylim=(30, 80))
