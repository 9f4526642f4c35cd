# %% [markdown]
# # Padronizar antes de dividir em dobras
# A escala já viu a dobra do teste. Ponha o `StandardScaler` no pipeline.

# %% preparo tags=["fora-do-slide"]
from sklearn.datasets import load_wine
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import StandardScaler

X, y = load_wine(return_X_y=True)
dobras = StratifiedKFold(3, shuffle=True, random_state=42)
treino, teste = next(iter(dobras.split(X, y)))

# %% errado effect="abs(media) > 1e-6"
escala = StandardScaler().fit(X)
media = escala.transform(X[treino]).mean()
print(
    "média no treino é 0:",
    abs(media) < 1e-9,
)

# %% certo
escala = StandardScaler().fit(X[treino])
media = escala.transform(X[treino]).mean()
print(
    "média no treino é 0:",
    abs(media) < 1e-9,
)
