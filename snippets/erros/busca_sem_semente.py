# %% [markdown]
# # Busca aleatória sem semente
# Sem `random_state`, cada execução testa outras combinações: ninguém repete o resultado.

# %% preparo tags=["fora-do-slide"]
from sklearn.model_selection import ParameterSampler

space = {
    "epochs": [50, 100, 200],
    "batch_size": [32, 128, 256],
    "learning_rate": [0.1, 0.01, 0.001],
    "activation": ["relu", "tanh"],
}


# %% errado effect="first != second"
first = list(ParameterSampler(space, 5))
second = list(ParameterSampler(space, 5))
print("iguais:", first == second)

# %% certo
first = list(ParameterSampler(space, 5, random_state=42))
second = list(ParameterSampler(space, 5, random_state=42))
print("iguais:", first == second)
