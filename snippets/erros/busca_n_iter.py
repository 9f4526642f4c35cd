# %% [markdown]
# # A busca testa dez combinações, e não diz de quantas
# Sem `n_iter`, `RandomizedSearchCV` sorteia 10. Conte o espaço antes e escolha o número.

# %% preparo tags=["fora-do-slide"]
from sklearn.datasets import load_iris
from sklearn.model_selection import (
    ParameterGrid,
    RandomizedSearchCV,
    StratifiedKFold,
)
from sklearn.neighbors import KNeighborsClassifier

X, y = load_iris(return_X_y=True)
modelo = KNeighborsClassifier()
dobras = StratifiedKFold(3, shuffle=True, random_state=42)
espaco = {
    "n_neighbors": [1, 3, 5, 7, 9, 11, 15, 21, 31],
    "weights": ["uniform", "distance"],
    "p": [1, 2, 3],
}
total = len(ParameterGrid(espaco))


def testadas(**quantas):
    busca = RandomizedSearchCV(
        modelo, espaco, cv=dobras, random_state=42, **quantas
    )
    return len(busca.fit(X, y).cv_results_["params"])


# %% errado effect="combinacoes == 10"
combinacoes = testadas()
print(f"{combinacoes} de {total} combinações")

# %% certo
combinacoes = testadas(n_iter=27)
print(f"{combinacoes} de {total} combinações")
