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


def sortear(semente=None):
    return list(ParameterSampler(espaco, 5, random_state=semente))


# %% errado effect="uma != outra"
uma = sortear()
outra = sortear()
print("iguais:", uma == outra)

# %% certo
uma = sortear(semente=42)
outra = sortear(semente=42)
print("iguais:", uma == outra)
