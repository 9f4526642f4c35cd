# %% [markdown]
# # O classificador que o scikit-learn não reconhece
# Com o mixin à direita, `cv=3` não estratifica. É o que há no scikeras 0.13 com o scikit-learn atual.

# %% preparo tags=["fora-do-slide"]
import numpy as np
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score

X, y = load_iris(return_X_y=True)


class Base(BaseEstimator):
    """O que um wrapper tem por dentro: um modelo treinado no `fit`."""

    def fit(self, X, y):
        self.classes_ = np.unique(y)
        self.modelo_ = LogisticRegression(max_iter=1000).fit(X, y)
        return self

    def predict(self, X):
        return self.modelo_.predict(X)


# %% errado effect="notas.max() == 0"
class Rede(Base, ClassifierMixin):
    pass


notas = cross_val_score(Rede(), X, y, cv=3)
print("acurácias:", notas.round(2))


# %% certo
class Rede(ClassifierMixin, Base):
    pass


notas = cross_val_score(Rede(), X, y, cv=3)
print("acurácias:", notas.round(2))
