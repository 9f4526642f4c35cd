# %% [markdown]
# # `KFold` em dados ordenados
# Sem embaralhar, cada dobra do teste é de uma classe que o treino não viu.

# %% preparo tags=["fora-do-slide"]
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import (
    KFold,
    StratifiedKFold,
    cross_val_score,
)

X, y = load_iris(return_X_y=True)
model = LogisticRegression(max_iter=1000)

# %% errado effect="scores.max() == 0"
folds = KFold(3)
scores = cross_val_score(model, X, y, cv=folds)
print("acurácias:", scores.round(2))

# %% certo
folds = StratifiedKFold(3, shuffle=True, random_state=42)
scores = cross_val_score(model, X, y, cv=folds)
print("acurácias:", scores.round(2))
