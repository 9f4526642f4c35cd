# %% [markdown]
# # Curvas de aprendizado
# Quanto o resultado melhora com mais exemplos de treino, em média e com o espalhamento de três sorteios de exemplos.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_val, y_train, y_val = train_test_split(
    X / 16, y, test_size=0.4, stratify=y, random_state=42
)


# %% modelo tags=["fora-do-slide"]
def build_model(seed):
    keras.utils.set_random_seed(seed)
    model = keras.Sequential([
        keras.Input(shape=(64,)),
        layers.Dense(32, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ])
    adam = keras.optimizers.Adam(learning_rate=0.01)
    model.compile(
        optimizer=adam,
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model


# %% medir
def train_and_score(size, seed):
    order = np.random.default_rng(seed).permutation(len(X_train))
    drawn = order[:size]
    X, y = X_train[drawn], y_train[drawn]
    model = build_model(seed)
    model.fit(X, y, epochs=15, batch_size=size // 30, verbose=0)
    quiet = {"return_dict": True, "verbose": 0}
    train = model.evaluate(X, y, **quiet)
    val = model.evaluate(X_val, y_val, **quiet)
    return train["accuracy"], val["accuracy"]


# %% laco
sizes = [60, 250, 1000]
scores = {n: [train_and_score(n, s) for s in range(3)] for n in sizes}


# %% resumo tags=["fora-do-slide"]
def logistic_score(size, seed):
    """A regressão logística, nos mesmos exemplos sorteados."""
    rng = np.random.default_rng(seed)
    drawn = rng.permutation(len(X_train))[:size]
    logistic = LogisticRegression(max_iter=500)
    logistic.fit(X_train[drawn], y_train[drawn])
    return logistic.score(X_val, y_val)


points = np.array([
    scores[size] for size in sizes
])  # tamanho, semente, conjunto
mean, deviation = points.mean(axis=1), points.std(axis=1, ddof=1)
baseline = np.array([
    [logistic_score(size, seed) for seed in range(3)] for size in sizes
])
lead = 100 * (points[:, :, 1] - baseline)  # a rede menos a logística
val_deviation = {
    str(size): 100 * float(d)
    for size, d in zip(sizes, deviation[:, 1], strict=True)
}
late_gain = 100 * float(mean[-1, 1] - mean[-2, 1])  # em pontos
early_gain = 100 * float(mean[1, 1] - mean[0, 1])

# %% um_treino tags=["fora-do-slide"]
few = build_model(0).fit(
    X_train[:60],
    y_train[:60],
    epochs=40,
    batch_size=10,
    validation_data=(X_val, y_val),
    validation_batch_size=500,
    verbose=0,
)
loss_curve = few.history

# %% duas_curvas
import matplotlib.pyplot as plt

fig, (one, many) = plt.subplots(1, 2, figsize=(10.2, 3.5))
one.plot(range(1, 41), loss_curve["loss"], "C0-")
one.plot(range(1, 41), loss_curve["val_loss"], "C1--")
last = loss_curve["loss"][-1], loss_curve["val_loss"][-1]
for name, height, color in [
    ("treino", last[0] + 0.1, "C0"),
    ("validação", last[1] + 0.1, "C1"),
]:
    one.text(40, height, name, color=color, ha="right", weight=600)
one.text(20, 1.7, "quando parar?", ha="center", weight=600, fontsize=18)
one.set_title("Curva de perda: um treino")
one.set(xlabel="época", ylabel="perda", xticks=[1, 10, 20, 30, 40])
one.set(ylim=(0, None))
many.plot(sizes, 100 * mean[:, 1], "C1--o")
many.plot([1000, 1400], [100 * mean[-1, 1], 97], "C5:")
many.text(1430, 97, "?", va="center", weight=600, fontsize=22)
many.text(
    750,
    88,
    "mais dados ajudariam?",
    ha="center",
    weight=600,
    fontsize=18,
)
many.set_title("Curva de aprendizado: vários treinos")
many.set(
    xlabel="exemplos de treino", ylabel="acurácia na validação (%)"
)
many.set(xticks=sizes, xlim=(0, 1500), ylim=(80, 100))

# %% grafico
fig, ax = plt.subplots(figsize=(5.7, 4.2))
for column, (name, color, linestyle, place) in enumerate([
    ("treino", "C0", "-", (620, 97)),
    ("validação", "C1", "--", (1000, 91)),
]):
    m, d = 100 * mean[:, column], 100 * deviation[:, column]
    ax.plot(
        sizes,
        m,
        marker="o",
        color=color,
        linestyle=linestyle,
        linewidth=3,
    )
    ax.fill_between(sizes, m - d, m + d, color=color, alpha=0.2)
    ax.text(*place, name, color=color, ha="right", weight=600)
ax.set(xlabel="exemplos de treino", ylabel="acurácia (%)")
ax.set(xticks=sizes, ylim=(70, 101))

# %% comparacao
fig, (curves, leads) = plt.subplots(
    1, 2, figsize=(10.2, 3.1), width_ratios=[4, 3]
)
for name, values, look, marker, height in [
    ("rede", points[:, :, 1], "C0-", "o", 97.4),
    ("regressão logística", baseline, "C5--", "s", 90.3),
]:
    m = 100 * values.mean(axis=1)
    d = 100 * values.std(axis=1, ddof=1)
    curves.plot(sizes, m, look, marker=marker)
    curves.fill_between(sizes, m - d, m + d, color=look[:2], alpha=0.25)
    curves.text(
        1000, height, name, color=look[:2], weight=600, ha="right"
    )
curves.set(xlabel="exemplos de treino", ylabel="acurácia (%)")
curves.set(xticks=sizes, ylim=(76, 101))
leads.axhline(0, color="C4", linestyle=":", linewidth=2)
for i, row in enumerate(lead):
    leads.scatter([i - 0.12, i, i + 0.12], row, s=90, color="C4")
leads.text(2.4, 2.6, "a rede na frente", color="C0", ha="right")
leads.text(2.4, -3.0, "a regressão na frente", color="C5", ha="right")
leads.set(xlabel="exemplos de treino", ylabel="vantagem (pontos)")
leads.set(xlim=(-0.5, 2.5), ylim=(-3.6, 3.6))
leads.set_xticks(range(3), sizes)
