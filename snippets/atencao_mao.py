# %% [markdown]
# # Atenção, à mão
# Uma média ponderada em que cada palavra escolhe os pesos. Em NumPy e no Keras, a mesma conta.

# %% preparo tags=["fora-do-slide"]
import numpy as np
import pandas as pd
from keras import layers

words = ["não", "achei", "ruim"]

# %% conta
X = np.array([
    [1.0, 2.0],  # não
    [1.0, 0.0],  # achei
    [0.0, 2.0],  # ruim
])
scores = X @ X.T / np.sqrt(2)
exp = np.exp(scores)
total = exp.sum(axis=1, keepdims=True)
weights = exp / total
answer = weights @ X
print(answer.round(3))

# %% keras
attention = layers.Attention(score_mode="dot")
query = X[None] / np.sqrt(2)
y, by_keras_weights = attention(
    [query, X[None]],
    return_attention_scores=True,
)
print(np.array(y)[0].round(3))

# %% conferir tags=["fora-do-slide"]
by_keras = np.array(y)[0]
difference = float(np.abs(by_keras - answer).max())
weight_of = {
    word: float(w) for word, w in zip(words, weights[2], strict=True)
}
score_of = {
    word: float(s) for word, s in zip(words, (X @ X.T)[2], strict=True)
}
scaled_of = {
    word: float(s) for word, s in zip(words, scores[2], strict=True)
}
result = {"x": float(answer[2, 0]), "y": float(answer[2, 1])}

# %% passos
pd.DataFrame({
    "palavra": words,
    "vetor": ["(" + "; ".join(f"{v:.0f}" for v in x) + ")" for x in X],
    "produto com ruim": (X @ X[2]),
    "÷ √2": scores[2],
    "peso": weights[2],
})

# %% desenho
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(4.9, 4.0))
for k, word in enumerate(words):
    ax.annotate(
        "",
        X[k],
        (0, 0),
        arrowprops={
            "arrowstyle": "-|>",
            "linewidth": 1 + 8 * weights[2, k],
            "color": f"C{k}",
            "mutation_scale": 20,
        },
    )
    share = f"{100 * weights[2, k]:.0f} %"
    ax.text(
        X[k, 0] + 0.1,
        X[k, 1] + 0.12,
        f"{word}: {share}",
        fontsize=15,
        color=f"C{k}",
        weight=600,
    )
ax.scatter(*answer[2], s=170, color="C4", marker="*", zorder=3)
ax.text(
    1.0,
    1.35,
    "estrela: a média",
    fontsize=15,
    color="C4",
    weight=600,
)
ax.set(xlim=(-0.2, 2.3), ylim=(-0.2, 2.6), xticks=[0, 1, 2])
ax.set(yticks=[0, 1, 2])
ax.set_aspect("equal")
