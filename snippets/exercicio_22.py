# %% [markdown]
# # Exercício 22: que memória, com vinte lotes?
# Solução: longa demais, a média guardada ainda não chegou; curta demais, ela só lembra o último lote.

# %% preparo tags=["fora-do-slide"]
import numpy as np
import pandas as pd
from keras import layers

momenta = [0.99, 0.9, 0.8, 0.5, 0.0]


def draw(seed):
    """Vinte lotes de 32 números, com média cinco e desvio três."""
    rng = np.random.default_rng(seed)
    return rng.normal(5, 3, size=(20, 32))


# %% conta tags=["fora-do-slide", "lacuna"]
# stored_mean(batches, momentum): a média guardada, que parte de zero; a cada
# lote, momentum vezes a de antes mais (1 - momentum) vezes a do lote.
def stored_mean(batches, momentum):
    stored = 0.0
    for batch in batches:
        stored = momentum * stored + (1 - momentum) * batch.mean()
    return float(stored)


# %% medir tags=["fora-do-slide", "lacuna"]
# mean_error(momentum, seeds): o quanto a média guardada erra a verdadeira, cinco:
# o valor absoluto, em média nos sorteios draw(seed).
def mean_error(momentum, seeds):
    return float(
        np.mean([
            abs(stored_mean(draw(seed), momentum) - 5) for seed in seeds
        ])
    )


# %% escolha tags=["fora-do-slide", "lacuna"]
# chosen: um de momenta, o que erra menos nos sorteios 0 a 99. E por quê.
errors = [mean_error(momentum, range(100)) for momentum in momenta]
chosen = momenta[int(np.argmin(errors))]

# %% conferir tags=["fora-do-slide"]
layer = layers.BatchNormalization(momentum=chosen)
for batch in draw(0):
    layer(batch[:, None], training=True)
by_keras = float(layer.moving_mean.numpy()[0])
# Quatro vezes cem sorteios: os da escolha, e outros.
trials = [
    [mean_error(m, range(start, start + 100)) for m in momenta]
    for start in (0, 100, 200, 300)
]
best = [min(errors) for errors in trials]
lowest, highest = min(best), max(best)

# %% resposta
pd.DataFrame({
    "momentum": [f"{m:g}".replace(".", ",") for m in momenta],
    "erro": trials[0],
    "em outros": trials[1],
})
