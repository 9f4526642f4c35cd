# %% [markdown]
# # A busca testa dez combinações, e não diz de quantas
# Sem `n_iter`, `RandomizedSearchCV` sorteia 10. Conte o espaço antes e escolha o número.

# %% preparo tags=["fora-do-slide"]
from sklearn.datasets import load_iris
from sklearn.model_selection import (
    ParameterGrid,
    RandomizedSearchCV,
)
from sklearn.neighbors import KNeighborsClassifier

X, y = load_iris(return_X_y=True)
model = KNeighborsClassifier()
space = {
    "n_neighbors": [1, 3, 5, 7, 9, 11, 15, 21, 31],
    "weights": ["uniform", "distance"],
    "p": [1, 2, 3],
}
total = len(ParameterGrid(space))


# %% errado effect="combinations == 10"
search = RandomizedSearchCV(model, space, random_state=42)
search.fit(X, y)
combinations = len(search.cv_results_["params"])
print(f"{combinations} de {total} combinações")

# %% certo
search = RandomizedSearchCV(model, space, n_iter=27, random_state=42)
search.fit(X, y)
combinations = len(search.cv_results_["params"])
print(f"{combinations} de {total} combinações")
