# %% [markdown]
# # Do texto aos números
# Uma frase vira palavras, as palavras viram números, e cada número escolhe uma linha de uma tabela.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers

keras.utils.set_random_seed(42)

# %% vocabulario
sentences = [
    "Achei o filme ruim.",
    "Não achei o livro ruim!",
    "O show, para mim, foi bom.",
]
vectorizer = layers.TextVectorization(
    output_sequence_length=8,
)
vectorizer.adapt(sentences)
vocabulary = vectorizer.get_vocabulary()
print([str(word) for word in vocabulary[:5]])

# %% novas
new = [
    "Não achei o show ruim?",
    "NÃO ACHEI O DISCO RUIM",
]
print(vectorizer(new).numpy())

# %% mascara
words = len(vocabulary)
embedding = layers.Embedding(words, 4, mask_zero=True)
ids = vectorizer(["Não achei o filme ruim"])
print(embedding.compute_mask(ids).numpy())

# %% comparar tags=["fora-do-slide"]
average = layers.GlobalAveragePooling1D()


def mean_vector(length, masked):
    """A média dos vetores da frase, completada até um tamanho."""
    padded = np.zeros((1, length), dtype="int32")
    padded[:, : ids.shape[1]] = ids
    vectors = np.array(embedding(padded))  # sem a máscara
    mask = embedding.compute_mask(padded) if masked else None
    return np.array(average(vectors, mask=mask))[0]


change = {
    name: float(np.abs(mean_vector(8, m) - mean_vector(40, m)).max())
    for name, m in (("com máscara", True), ("sem máscara", False))
}
shrinks = float(
    np.linalg.norm(mean_vector(40, False))
    / np.linalg.norm(mean_vector(40, True))
)
table = embedding.get_weights()[0]
unknown = [
    [int(i) for i in row if i == 1] for row in vectorizer(new).numpy()
]
word_count = len(vocabulary)

# %% tamanhos
sizes = [8, 40]
pd.DataFrame({
    "tamanho": sizes,
    "com máscara": [
        np.linalg.norm(mean_vector(size, True)) for size in sizes
    ],
    "sem máscara": [
        np.linalg.norm(mean_vector(size, False)) for size in sizes
    ],
})

# %% caminho
import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

text = "Não achei o filme ruim."
tokens = text.lower().replace(".", "").split()
row = np.array(ids)[0]
fig, ax = plt.subplots(figsize=(10.2, 3.75))
ax.set(xlim=(-2.6, 12.4), ylim=(-4.4, 5.1))
ax.set_axis_off()
x = np.arange(len(row)) * 1.55 + 0.3
levels = {
    "texto": 4.5,
    "tokens": 2.9,
    "números": 1.3,
    "vetores": -2.2,
}
for name, height in levels.items():
    ax.text(
        -2.6,
        height,
        name,
        va="center",
        fontsize=15,
        weight=600,
        color="C0",
    )
ax.text(x[0] - 0.7, 4.5, text, va="center", fontsize=17)
limit = np.abs(table).max()
for k, number in enumerate(row):
    filled = number > 0
    color = "C4" if filled else "0.45"
    for height, label in (
        (2.9, tokens[k] if k < len(tokens) else "–"),
        (1.3, str(number)),
    ):
        ax.add_patch(
            Rectangle(
                (x[k] - 0.7, height - 0.5),
                1.4,
                1.0,
                facecolor="#cfe3f2" if filled else "white",
                edgecolor="C0" if filled else "0.6",
                linewidth=1.6,
            )
        )
        ax.text(
            x[k],
            height,
            label,
            ha="center",
            va="center",
            fontsize=15,
            color=color,
        )
    for j, entry in enumerate(table[number]):
        ax.add_patch(
            Rectangle(
                (x[k] - 0.7, -1.1 - j),
                1.4,
                1.0,
                facecolor=plt.cm.PuOr(0.5 + 0.45 * entry / limit)
                if filled
                else "white",
                edgecolor="0.6",
                linewidth=1.0,
            )
        )
        if not filled:
            ax.plot(
                [x[k] - 0.7, x[k] + 0.7],
                [-1.1 - j, -0.1 - j],
                color="0.75",
                linestyle="-",
                linewidth=1,
            )
