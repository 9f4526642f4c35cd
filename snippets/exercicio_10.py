# %% [markdown]
# # Exercício 10: atenção que não olha adiante
# Solução: a máscara causal, em NumPy e no Keras. É o que faz um modelo que prevê a próxima palavra não colar.

# %% preparo tags=["fora-do-slide"]
import numpy as np
import pandas as pd
from keras import layers

words = ["não", "achei", "ruim"]
X = np.array([[1.0, 2.0], [1.0, 0.0], [0.0, 2.0]])

# %% conta tags=["fora-do-slide", "lacuna"]
# weights: os pesos da atenção, com a máscara causal. answer: as médias.
scores = X @ X.T / np.sqrt(2)
future = np.triu(np.ones((3, 3), dtype=bool), k=1)
scores[future] = -np.inf
exp = np.exp(scores - scores.max(axis=1, keepdims=True))
weights = exp / exp.sum(axis=1, keepdims=True)
answer = weights @ X

# %% camada tags=["fora-do-slide", "lacuna"]
# keras_weights e by_keras: o mesmo, com layers.Attention e use_causal_mask=True.
attention = layers.Attention(score_mode="dot")
# A camada não divide pela raiz: dividimos a consulta.
by_keras, by_keras_weights = attention(
    [X[None] / np.sqrt(2), X[None], X[None]],
    use_causal_mask=True,
    return_attention_scores=True,
)
keras_weights = np.array(by_keras_weights)[0]
# %% comparar tags=["fora-do-slide"]
difference = float(np.abs(np.array(by_keras)[0] - answer).max())
same = difference < 1e-5

# %% resposta
pd.DataFrame(
    weights,
    columns=[f"olha {word}" for word in words],
    index=pd.Index(words, name="palavra"),
)
