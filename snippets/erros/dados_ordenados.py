# %% [markdown]
# # Cortar dados em ordem
# Em dados ordenados por classe, as primeiras linhas são de uma classe só.

# %% preparo tags=["fora-do-slide"]
import numpy as np
from sklearn.datasets import load_iris

sorteio = np.random.default_rng(0)
X, y = load_iris(return_X_y=True)

# %% errado effect="len(set(y_parte)) == 1"
y_parte = y[:50]
print("classes:", np.unique(y_parte))

# %% certo
y_parte = sorteio.permutation(y)[:50]
print("classes:", np.unique(y_parte))
