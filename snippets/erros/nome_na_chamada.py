# %% [markdown]
# # Definir uma função não a testa
# O nome que falta dentro de uma função só aparece quando ela é chamada.

# %% errado raises="NameError" message="name 'Adam' is not defined"
def build_optimizer():
    return Adam(learning_rate=0.001)


optimizer = build_optimizer()

# %% certo
from keras.optimizers import Adam


def build_optimizer():
    return Adam(learning_rate=0.001)


optimizer = build_optimizer()
