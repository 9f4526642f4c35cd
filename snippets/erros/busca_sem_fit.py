# %% [markdown]
# # A busca que nunca rodou
# Montar a busca não treina nada: os resultados só existem depois do `fit`.

# %% preparo tags=["fora-do-slide"]
from sklearn.datasets import load_iris
from sklearn.model_selection import RandomizedSearchCV
from sklearn.neighbors import KNeighborsClassifier

X, y = load_iris(return_X_y=True)
modelo = KNeighborsClassifier()
espaco = {"n_neighbors": [1, 3, 5, 7, 9]}

# %% errado raises="AttributeError" message="has no attribute 'best_params_'"
busca = RandomizedSearchCV(modelo, espaco, n_iter=3)

melhor = busca.best_params_

# %% certo
busca = RandomizedSearchCV(modelo, espaco, n_iter=3)
busca = busca.fit(X, y)
melhor = busca.best_params_
