# %% [markdown]
# # Busca aleatória sem semente
# Sem `random_state`, cada execução testa outras combinações: ninguém repete o resultado.

# %% preparo tags=["fora-do-slide"]
from sklearn.model_selection import ParameterSampler

espaco = {
    "epochs": [50, 100, 200],
    "batch_size": [32, 128, 256],
    "learning_rate": [0.1, 0.01, 0.001],
    "activation": ["relu", "tanh"],
}

# %% errado effect="uma != outra"
uma = list(ParameterSampler(espaco, 5))
outra = list(ParameterSampler(espaco, 5))
print("iguais:", uma == outra)

# %% certo
semente = {"random_state": 42}
uma = list(ParameterSampler(espaco, 5, **semente))
outra = list(ParameterSampler(espaco, 5, **semente))
print("iguais:", uma == outra)
