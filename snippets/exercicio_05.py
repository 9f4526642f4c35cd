# %% [markdown]
# # Exercício 5: mais exames ajudariam?
# Solução: três tamanhos de treino, duas sementes cada, sempre um modelo novo.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X, y = load_breast_cancer(return_X_y=True)
X_train, X_val, y_train, y_val = train_test_split(
    X, y, test_size=0.4, stratify=y, random_state=42
)
sizes = [20, 80, 320]


# %% nota tags=["fora-do-slide", "lacuna"]
# score(size, seed): sorteia size linhas do treino com a semente, ajusta a escala
# nelas, treina uma rede nova, e devolve a acurácia na validação.
def score(size, seed):
    rows = np.random.default_rng(seed).permutation(len(X_train))[:size]
    scaler = StandardScaler().fit(X_train[rows])
    keras.utils.set_random_seed(seed)
    model = keras.Sequential([
        keras.Input(shape=(30,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.01),
        loss="binary_crossentropy",
    )
    # Lotes na proporção do tamanho: o mesmo número de passos em todos.
    model.fit(
        scaler.transform(X_train[rows]),
        y_train[rows],
        epochs=10,
        batch_size=size // 10,
        verbose=0,
    )
    p = model.predict(scaler.transform(X_val), verbose=0)[:, 0]
    return np.mean((p > 0.5) == y_val)


# %% medir tags=["fora-do-slide"]
scores = np.array([
    [score(size, seed) for seed in (0, 1)] for size in sizes
])
means = dict(zip(map(str, sizes), scores.mean(axis=1), strict=True))

# %% resposta
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(5.7, 3.6))
ax.plot(sizes, 100 * scores.mean(axis=1), marker="o")
ax.fill_between(
    sizes,
    100 * scores.min(axis=1),
    100 * scores.max(axis=1),
    alpha=0.2,
)
ax.set(xlabel="exemplos de treino", ylabel="acurácia na validação (%)")
ax.set(xticks=sizes, yticks=[80, 85, 90, 95, 100], ylim=(80, 100))
