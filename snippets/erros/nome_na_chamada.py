# %% [markdown]
# # Definir uma função não a testa
# O nome que falta dentro de uma função só aparece quando ela é chamada.

# %% errado raises="NameError" message="name 'Adam' is not defined"
def criar_otimizador():
    return Adam(learning_rate=0.001)


optimizer = criar_otimizador()

# %% certo
from keras.optimizers import Adam


def criar_otimizador():
    return Adam(learning_rate=0.001)


optimizer = criar_otimizador()
