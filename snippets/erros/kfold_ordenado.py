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
modelo = LogisticRegression(max_iter=1000)

# %% errado effect="notas.max() == 0"
dobras = KFold(3)
notas = cross_val_score(modelo, X, y, cv=dobras)
print("acurácias:", notas.round(2))

# %% certo
dobras = StratifiedKFold(3, shuffle=True, random_state=42)
notas = cross_val_score(modelo, X, y, cv=dobras)
print("acurácias:", notas.round(2))
