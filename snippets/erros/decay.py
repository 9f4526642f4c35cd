# %% [markdown]
# # `decay` é aceito e ignorado
# A taxa fica como está. Use uma agenda de taxas.

# %% preparo tags=["fora-do-slide"]
import keras


def taxa_depois_de(passos, optimizer):
    """A taxa que o otimizador usa depois de tantos passos."""
    peso = keras.Variable(1.0)
    for _ in range(passos):
        optimizer.apply([peso * 0 + 1.0], [peso])
    return round(float(optimizer.learning_rate), 4)


# %% errado warns="UserWarning" message="Argument `decay` is no longer supported and will be ignored" effect="taxa == 0.1"
optimizer = keras.optimizers.SGD(
    learning_rate=0.1,
    decay=0.01,
)
taxa = taxa_depois_de(100, optimizer)
print("taxa depois de 100 passos:", taxa)

# %% certo
schedules = keras.optimizers.schedules
optimizer = keras.optimizers.SGD(
    learning_rate=schedules.InverseTimeDecay(
        0.1, decay_steps=1, decay_rate=0.01
    ),
)
taxa = taxa_depois_de(100, optimizer)
print("taxa depois de 100 passos:", taxa)
