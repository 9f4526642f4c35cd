# %% [markdown]
# # Quanto custa testar tudo
# Quatro hiperparâmetros, dois ou três valores cada um: as combinações se multiplicam.

# %% contar
from sklearn.model_selection import ParameterGrid

space = {
    "activation": ["relu", "tanh"],
    "learning_rate": [0.1, 0.01, 0.001],
    "batch_size": [32, 128, 256],
    "epochs": [50, 100, 200],
}
grid = list(ParameterGrid(space))
print("combinações:", len(grid))
print("treinos:", 3 * len(grid))
print("épocas:", 3 * sum(c["epochs"] for c in grid))
