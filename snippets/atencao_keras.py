# %% [markdown]
# # Consultas, chaves e valores
# Cada palavra tem três vetores aprendidos: o que procura, o que oferece à busca, e o que entrega.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers

keras.utils.set_random_seed(42)

# %% camada
X = np.random.normal(size=(1, 5, 16))
attention = layers.MultiHeadAttention(2, key_dim=8)
y, w = attention(X, X, return_attention_scores=True)
print(y.shape, w.shape)

# %% conta tags=["fora-do-slide"]
shapes = {each.path: each.shape for each in attention.weights}
parameters = attention.count_params()

# %% conferir tags=["fora-do-slide"]
q, q_bias, k, k_bias, v, v_bias, out, out_bias = (
    np.array(each) for each in attention.get_weights()
)


def project(x, kernel, bias):
    """Uma densa por cabeça: (palavras, 16) vira (cabeças, palavras, 8)."""
    return np.einsum("td,dhk->htk", x, kernel) + bias[:, None]


queries, keys, values = (
    project(X[0], kernel, bias)
    for kernel, bias in ((q, q_bias), (k, k_bias), (v, v_bias))
)
logits = queries @ keys.transpose(0, 2, 1) / np.sqrt(8)
exp = np.exp(logits - logits.max(axis=2, keepdims=True))
weights = exp / exp.sum(axis=2, keepdims=True)
mixed = weights @ values
by_hand = np.einsum("htk,hkd->td", mixed, out) + out_bias
difference = float(np.abs(by_hand - np.array(y)[0]).max())
row_sums = np.array(w).sum(axis=-1)
# Trocar a ordem das palavras só troca a ordem das respostas.
order = np.array([3, 0, 4, 1, 2])
shuffled = np.array(attention(X[:, order], X[:, order]))[0]
order_difference = float(np.abs(shuffled - np.array(y)[0][order]).max())
each = 16 * 16 + 16

# %% papeis
pd.DataFrame({
    "vetor": ["consulta", "chave", "valor"],
    "responde a": [
        "o que esta palavra procura?",
        "o que ela mostra às outras?",
        "o que ela entrega?",
    ],
    "parâmetros": [each] * 3,
})
