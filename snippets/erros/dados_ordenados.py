# %% [markdown]
# # Cortar dados em ordem
# Em dados ordenados por classe, as primeiras linhas são de uma classe só.

# %% preparo tags=["fora-do-slide"]
import numpy as np
from sklearn.datasets import load_iris

rng = np.random.default_rng(0)
X, y = load_iris(return_X_y=True)

# %% errado effect="len(set(y_part)) == 1"
y_part = y[:50]
print("classes:", np.unique(y_part))

# %% certo
y_part = rng.permutation(y)[:50]
print("classes:", np.unique(y_part))
