# %% [markdown]
# # Embeddings: uma tabela que se aprende
# Cada palavra é um ponto no plano. O treino põe perto as que servem para a mesma coisa.

# %% parametros tags=["parameters", "fora-do-slide"] seed=[42, 0, 1]
seed = 42

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers

df = pd.read_csv("data/opinioes.csv")
train, test = (
    df[df["conjunto"] == name] for name in ("treino", "teste")
)
vectorizer = layers.TextVectorization(output_sequence_length=12)
vectorizer.adapt(train["frase"].tolist())


def encode(table):
    return vectorizer(table["frase"].tolist()).numpy()


keras.utils.set_random_seed(seed)

vocabulary = vectorizer.get_vocabulary()

# %% tabela
size = len(vocabulary)
embedding = layers.Embedding(size, 2, mask_zero=True)
model = keras.Sequential([
    keras.Input(shape=(12,)),
    embedding,
    layers.LSTM(16),
    layers.Dense(1, activation="sigmoid"),
])
number = vocabulary.index("ruim")
row = embedding(np.array([number])).numpy()
print(number, row)

# %% contas tags=["fora-do-slide"]
before = embedding.get_weights()[0]
parameters = embedding.count_params()
token_count = len(vocabulary)
# Procurar a linha de um número é multiplicar por um vetor de zeros com um 1.
one_hot = np.eye(len(vocabulary))[number]
by_product = one_hot @ before
by_layer = row[0]

# %% treinar tags=["fora-do-slide"]
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.01),
    loss="binary_crossentropy",
    metrics=["accuracy"],
)
model.fit(
    encode(train),
    train["positiva"],
    epochs=15,
    batch_size=64,
    verbose=0,
)
accuracy = model.evaluate(
    encode(test),
    test["positiva"],
    batch_size=600,
    return_dict=True,
    verbose=0,
)["accuracy"]
after = embedding.get_weights()[0]

# %% vizinhos tags=["fora-do-slide"]
groups = {
    "elogios": "bom legal divertido bonito interessante original "
    "emocionante envolvente",
    "críticas": "ruim chato cansativo fraco confuso previsível bobo "
    "arrastado",
    "coisas": "filme livro show curso jogo disco romance roteiro final "
    "texto",
}
groups = {name: words.split() for name, words in groups.items()}


def same_side(table):
    """Em que parte dos adjetivos o vizinho mais próximo tem o mesmo sinal?"""
    words = groups["elogios"] + groups["críticas"]
    sign = np.array([word in groups["elogios"] for word in words])
    points = table[[vocabulary.index(word) for word in words]]
    gaps = np.linalg.norm(points[:, None] - points[None], axis=2)
    np.fill_diagonal(gaps, np.inf)
    return float(np.mean(sign[gaps.argmin(axis=1)] == sign))


neighbours = {"antes": same_side(before), "depois": same_side(after)}
unseen = vocabulary.index("[UNK]")
unseen_moved = float(np.abs(after[unseen] - before[unseen]).max())

# %% plano
import matplotlib.pyplot as plt

fig, axes = plt.subplots(1, 2, figsize=(10.2, 3.75))
for ax, points, title in (
    (axes[0], before, "antes do treino"),
    (axes[1], after, "depois do treino"),
):
    for (name, words), color, marker in zip(
        groups.items(), ("C0", "C1", "C5"), "o^s", strict=True
    ):
        chosen = points[[vocabulary.index(word) for word in words]]
        ax.scatter(*chosen.T, color=color, marker=marker, s=80)
        if points is after:
            x, y = chosen[:, 0].max() + 0.1, chosen[:, 1].mean()
            style = {"color": color, "weight": 600, "fontsize": 16}
            ax.text(x, y, name, va="center", **style)
    for word in ("não", "embora"):
        place = points[vocabulary.index(word)]
        ax.scatter(*place, color="C4", marker="D", s=60)
        ax.annotate(
            word,
            place,
            xytext=(8, -15),
            textcoords="offset points",
            fontsize=14,
            color="C4",
            weight=600,
        )
    ax.set_title(title)
    ax.margins(0.16)
