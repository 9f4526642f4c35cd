# %% [markdown]
# # Padronizar antes de dividir em dobras
# A escala já viu a dobra do teste. Ponha o `StandardScaler` no pipeline.

# %% preparo tags=["fora-do-slide"]
from sklearn.datasets import load_wine
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import StandardScaler

X, y = load_wine(return_X_y=True)
folds = StratifiedKFold(3, shuffle=True, random_state=42)
training, test = next(iter(folds.split(X, y)))

# %% errado effect="abs(mean) > 1e-6"
scaler = StandardScaler().fit(X)
mean = scaler.transform(X[training]).mean()
print(
    "média no treino é 0:",
    abs(mean) < 1e-9,
)

# %% certo
scaler = StandardScaler().fit(X[training])
mean = scaler.transform(X[training]).mean()
print(
    "média no treino é 0:",
    abs(mean) < 1e-9,
)
