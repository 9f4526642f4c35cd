# %% [markdown]
# # A busca que nunca rodou
# Montar a busca não treina nada: os resultados só existem depois do `fit`.

# %% preparo tags=["fora-do-slide"]
from sklearn.datasets import load_iris
from sklearn.model_selection import RandomizedSearchCV
from sklearn.neighbors import KNeighborsClassifier

X, y = load_iris(return_X_y=True)
model = KNeighborsClassifier()
space = {"n_neighbors": [1, 3, 5, 7, 9]}

# %% errado raises="AttributeError" message="has no attribute 'best_params_'"
search = RandomizedSearchCV(model, space, n_iter=3, random_state=42)

best = search.best_params_

# %% certo
search = RandomizedSearchCV(model, space, n_iter=3, random_state=42)
search.fit(X, y)
best = search.best_params_
