# %% [markdown]
# # Curvas de aprendizado
# Quanto o resultado melhora com mais exemplos de treino, em média e com o espalhamento de três sementes.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X / 16, y, test_size=0.4, stratify=y, random_state=42
)


# %% modelo
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
def train_and_test(size, seed):
    model = build_model(seed)
    X_part, y_part = X_train[:size], y_train[:size]
    model.fit(X_part, y_part, epochs=15, verbose=0)
    options = {"return_dict": True, "verbose": 0}
    train = model.evaluate(X_part, y_part, **options)
    test = model.evaluate(X_test, y_test, **options)
    return train["accuracy"], test["accuracy"]


# %% laco
sizes = [60, 250, 1000]
scores = {}
for size in sizes:
    scores[size] = [train_and_test(size, seed) for seed in range(3)]

# %% resumo tags=["fora-do-slide"]
points = np.array([
    scores[size] for size in sizes
])  # tamanho, semente, conjunto
mean, deviation = points.mean(axis=1), points.std(axis=1, ddof=1)
baseline = [
    LogisticRegression(max_iter=500)
    .fit(X_train[:size], y_train[:size])
    .score(X_test, y_test)
    for size in sizes
]
test_score = {
    str(size): float(m)
    for size, m in zip(sizes, mean[:, 1], strict=True)
}
late_gain = 100 * float(mean[-1, 1] - mean[-2, 1])  # em pontos
early_gain = 100 * float(mean[1, 1] - mean[0, 1])

# %% tabela
pd.DataFrame({
    "exemplos": sizes,
    "treino (%)": 100 * mean[:, 0],
    "teste (%)": 100 * mean[:, 1],
    "desvio no teste": 100 * deviation[:, 1],
    "regressão logística (%)": 100 * np.array(baseline),
})

# %% grafico
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(5.7, 4.2))
for column, (name, color, linestyle) in enumerate([
    ("treino", "C0", "-"),
    ("teste", "C1", "--"),
]):
    m, d = 100 * mean[:, column], 100 * deviation[:, column]
    ax.plot(
        sizes,
        m,
        marker="o",
        color=color,
        linestyle=linestyle,
        linewidth=3,
        label=name,
    )
    ax.fill_between(sizes, m - d, m + d, color=color, alpha=0.2)
ax.set(xlabel="exemplos de treino", ylabel="acurácia (%)")
ax.set(xticks=sizes, ylim=(60, 101))
ax.legend(loc="lower right", fontsize=14)
