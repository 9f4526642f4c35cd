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
    loss = "sparse_categorical_crossentropy"
    model.compile(adam, loss, metrics=["accuracy"])
    return model


# %% medir
def train_and_test(size, seed):
    model = build_model(seed)
    train = X_train[:size], y_train[:size]
    model.fit(*train, epochs=15, batch_size=32, verbose=0)
    return [
        model.evaluate(*part, batch_size=1000, verbose=0)[1]
        for part in [train, (X_test, y_test)]
    ]


# %% laco
sizes = [60, 250, 1000]
scores = {}
for size in sizes:
    scores[size] = [train_and_test(size, seed) for seed in range(3)]

# %% resumo tags=["fora-do-slide"]
pontos = np.array([
    scores[size] for size in sizes
])  # tamanho, semente, conjunto
media, desvio = pontos.mean(axis=1), pontos.std(axis=1)
baseline = [
    LogisticRegression(max_iter=500)
    .fit(X_train[:size], y_train[:size])
    .score(X_test, y_test)
    for size in sizes
]
no_teste = {
    str(size): float(m)
    for size, m in zip(sizes, media[:, 1], strict=True)
}
ganho_no_fim = 100 * float(media[-1, 1] - media[-2, 1])  # em pontos
ganho_no_inicio = 100 * float(media[1, 1] - media[0, 1])

# %% tabela
pd.DataFrame({
    "exemplos": sizes,
    "treino (%)": 100 * media[:, 0],
    "teste (%)": 100 * media[:, 1],
    "desvio no teste": 100 * desvio[:, 1],
    "regressão logística (%)": 100 * np.array(baseline),
})

# %% grafico
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(5.7, 4.2))
for coluna, (nome, cor, traco) in enumerate([
    ("treino", "C0", "-"),
    ("teste", "C1", "--"),
]):
    m, d = 100 * media[:, coluna], 100 * desvio[:, coluna]
    ax.plot(
        sizes,
        m,
        marker="o",
        color=cor,
        linestyle=traco,
        linewidth=3,
        label=nome,
    )
    ax.fill_between(sizes, m - d, m + d, color=cor, alpha=0.2)
ax.set(xlabel="exemplos de treino", ylabel="acurácia (%)")
ax.set(xticks=sizes, ylim=(60, 101))
ax.legend(loc="lower right", fontsize=14)
