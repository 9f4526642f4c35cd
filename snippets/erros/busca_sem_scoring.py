# %% [markdown]
# # A busca sem dizer a medida
# Sem `scoring`, um classificador é medido por acurácia: com 90 % de uma classe, responder sempre a mesma parece ótimo.

# %% preparo tags=["fora-do-slide"]
import numpy as np
from sklearn.dummy import DummyClassifier
from sklearn.model_selection import GridSearchCV

y = np.repeat([0, 1], [90, 10])  # nove de cada dez são da classe 0
X = np.arange(100).reshape(-1, 1)
guess = DummyClassifier()  # responde sempre a classe mais comum
grid = {"strategy": ["most_frequent", "prior"]}

# %% errado effect="score > 0.85"
search = GridSearchCV(guess, grid)
score = search.fit(X, y).best_score_
print(f"nota de quem só chuta: {score:.2f}")

# %% certo
search = GridSearchCV(guess, grid, scoring="balanced_accuracy")
score = search.fit(X, y).best_score_
print(f"nota de quem só chuta: {score:.2f}")
